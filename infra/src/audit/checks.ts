import type { Text } from '@liuhen/workflows';
import { CLOCK_LIMIT } from '../clock';
import { openCheckpoint } from '../ledger/checkpoint';
import { entryLeaf, streamHash } from '../ledger/entry';
import { successorsOf } from '../ledger/keyring';
import { Frontier, includes } from '../ledger/merkle';
import { formatNote, type Verifier } from '../ledger/note';
import { cosignersOf, type WitnessPolicy } from '../ledger/policy';
import { NO_HASH, type Hash } from '../ledger/suite';
import { evidenceName } from './archive';
import { text, type HandoverPayload, type ProvenEvent } from './contents';
import type { ReadPackage } from './reading';

export interface Trust {
  /** Keys of the log, as the auditor got them by another way. */
  readonly keys: readonly Verifier[];
  /** Whose cosignatures make the checkpoint good. */
  readonly policy: WitnessPolicy;
}

/** Why a check fails; null when it holds. */
export type Check = (read: ReadPackage, trust: Trust) => Text | null;

const at = ({ index, event }: ProvenEvent): readonly [string, string] => [
  `第 ${index} 号事件（${event.stream} 第 ${event.revision} 次修订，${event.type}）`,
  `event ${index} (${event.stream} revision ${event.revision}, ${event.type})`,
];

const handoversOf = (events: readonly ProvenEvent[]): readonly HandoverPayload[] =>
  events.filter(({ event }) => event.type === 'LedgerKeyRotated').map(({ event }) => event.payload as HandoverPayload);

/** The keys given and those that follow from them; a key of another log is none. */
const trustedKeys = ({ events, checkpoint }: ReadPackage, { keys }: Trust): readonly Verifier[] =>
  keys.filter(({ name, role }) => role === 'log' && name === checkpoint.origin).flatMap((key) => successorsOf(key, handoversOf(events)));

export const signature: Check = (read, trust) => {
  const { origin } = read.checkpoint;
  const known = trust.keys.map(({ name }) => name);
  if (!known.includes(origin)) {
    return text(
      `审计包来自另一部署「${origin}」，所给公钥属于「${known.join('、')}」`,
      `the package is of another deployment, ${origin}; the keys given are of ${known.join(', ')}`,
    );
  }
  if (openCheckpoint(formatNote(read.note), trustedKeys(read, trust)) !== undefined) return null;

  return text('检查点不是所给公钥签名的：签名不成立或密钥不同', 'the checkpoint is not signed by the keys given: forged, or another key');
};

export const cosignatures: Check = ({ note }, { policy }) => {
  const found = cosignersOf(note, policy.witnesses);
  if (policy.isMetBy(new Set(found.keys()))) return null;
  const names = policy.witnesses.map(({ name }) => name).filter((name) => !found.has(name));

  return text(
    `检查点未得到所要求的见证：缺 ${names.join('、')} 的会签`,
    `the checkpoint lacks the witnesses that are asked for: no cosignature of ${names.join(', ')}`,
  );
};

/** Every body is hashed again; nothing that the package says about it counts. */
export const bodies: Check = ({ events, checkpoint: { suite } }) => {
  for (const proven of events) {
    const { event, entry, line } = proven;
    const [zh, en] = at(proven);
    if (suite.hash(line) !== entry.event)
      return text(`${zh}的内容与账本不符：被改动`, `${en}: its content is not what was entered: it was changed`);
    const isSame =
      entry.position === event.position && entry.revision === event.revision && entry.stream === streamHash(suite, event.stream);
    if (!isSame) return text(`${zh}的位置、修订号或案卷与账本不符`, `${en}: position, revision or stream are not those entered`);
  }

  return null;
};

export const inclusion: Check = ({ events, checkpoint: { suite, size, root } }) => {
  for (const proven of events) {
    const { entry, index, proof } = proven;
    const [zh, en] = at(proven);
    if (!includes(suite, { leaf: entryLeaf(suite, entry), index, size, root, proof })) {
      return text(`${zh}不在已签名的账本中：证明不成立`, `${en} is not in the signed ledger: its proof does not hold`);
    }
  }

  return null;
};

/** Order of the log: leaves, positions and the clock of the recording all grow together. */
export const order: Check = ({ events }) => {
  let clock = 0;
  for (const [place, proven] of events.entries()) {
    const before = events[place - 1];
    const [zh, en] = at(proven);
    if (before !== undefined && (before.index >= proven.index || before.event.position >= proven.event.position)) {
      return text(`${zh}顺序颠倒`, `${en} is out of order`);
    }
    const recorded = Date.parse(proven.event.recordedAt);
    if (recorded < clock - CLOCK_LIMIT)
      return text(`${zh}的登记时间早于其前事件：倒签`, `${en} was recorded earlier than those before it: back-dated`);
    if (Date.parse(proven.event.occurredAt) > recorded + CLOCK_LIMIT) {
      return text(`${zh}的发生时间晚于登记时间`, `${en} happened later than it was recorded`);
    }
    clock = Math.max(clock, recorded);
  }

  return null;
};

/** What a witness saw was recorded before it saw it. */
export const witnessedTime: Check = ({ events, note }, { policy }) => {
  const seen = Math.min(...cosignersOf(note, policy.witnesses).values()) * 1_000;
  const late = events.find(({ event }) => Date.parse(event.recordedAt) > seen + CLOCK_LIMIT);
  if (late === undefined) return null;
  const [zh, en] = at(late);

  return text(`${zh}的登记时间晚于见证时间`, `${en} claims to be recorded after the witness saw it`);
};

interface Chain {
  revision: number;
  leaf: Hash;
}

/** Each stream from its first event on, each event tied to the one before it, as far as the export says that it went. */
export const completeness: Check = ({ events, exported, checkpoint: { suite } }) => {
  const chains = new Map<string, Chain>();
  for (const proven of events) {
    const { stream, revision } = proven.event;
    const chain = chains.get(stream) ?? { revision: -1, leaf: NO_HASH };
    if (revision !== chain.revision + 1 || proven.entry.previous !== chain.leaf) {
      return text(
        `${stream} 缺第 ${chain.revision + 1} 次修订：事件被删除、改序或未交出`,
        `${stream} lacks revision ${chain.revision + 1}: an event was removed, reordered or held back`,
      );
    }
    chains.set(stream, { revision, leaf: entryLeaf(suite, proven.entry) });
  }
  const short = exported.payload.streams.find(({ stream, revision }) => (chains.get(stream)?.revision ?? -1) < revision);
  if (short !== undefined) {
    return text(
      `${short.stream} 导出时有 ${short.revision + 1} 个事件，包内只有 ${(chains.get(short.stream)?.revision ?? -1) + 1} 个`,
      `${short.stream} had ${short.revision + 1} events when it was exported, the package has ${(chains.get(short.stream)?.revision ?? -1) + 1}`,
    );
  }
  const asked = new Set([...exported.payload.streams.map(({ stream }) => stream), exported.stream]);
  const stranger = [...chains.keys()].find((stream) => !asked.has(stream));

  return stranger === undefined ? null : text(`${stranger} 不在导出范围内`, `${stranger} is not in the scope of the export`);
};

/**
 * All leaves to the head, without their bodies: none of those before the export may belong to a stream of the package and not be in it.
 * What a stream took up later is not the package's business.
 */
export const absence: Check = ({ events, exported, index, checkpoint: { suite, size, root } }) => {
  if (index === null) return null;
  const frontier = new Frontier(suite, { size: index.from, hashes: index.frontier });
  const asked = new Map(exported.payload.streams.map(({ stream }) => [streamHash(suite, stream), stream]));
  const had = new Set(events.map((proven) => proven.index));
  for (const [place, entry] of index.entries.entries()) {
    frontier.append(entryLeaf(suite, entry));
    const stream = asked.get(entry.stream);
    if (stream === undefined || had.has(index.from + place) || entry.position > exported.position) continue;

    return text(
      `${stream} 的第 ${entry.revision} 次修订在账本中，却不在包内`,
      `revision ${entry.revision} of ${stream} is in the ledger and not in the package`,
    );
  }
  if (frontier.size === size && frontier.root() === root && index.from <= (events[0]?.index ?? size)) return null;

  return text('叶序列与已签名的根不符', 'the list of leaves does not give the signed root');
};

export const evidence: Check = ({ archive, events }) => {
  const named = new Set(events.flatMap(({ event }) => event.evidence.map(({ digest }) => evidenceName(digest))));
  for (const [name, digest] of archive.evidence) {
    if (name !== `evidence/${digest}`) return text(`证据文件 ${name} 的内容被改动`, `evidence file ${name} was changed`);
    if (!named.has(name)) return text(`证据文件 ${name} 不属于任何事件`, `evidence file ${name} belongs to no event`);
  }

  return null;
};
