import { hasCode, type Text } from '@liuhen/workflows';
import { cosignersOf } from '../ledger/policy';
import { hexOf } from '../ledger/suite';
import * as checks from './checks';
import type { Check, Trust } from './checks';
import { text, type MakeParts } from './contents';
import { manifestOf, manifestText } from './export';
import { groupedByAct, LawJudge, type Judgement } from './lawfulness';
import { readPackage, type ReadPackage } from './reading';
import { sealsOf, type SealReport } from './seals';

/** `good`: intact, complete and lawful; `unlawful`: intact, but an act was not lawful; `bad`: not what was signed; `unreadable`: no package. */
export type VerdictKind = 'good' | 'unlawful' | 'bad' | 'unreadable';

export interface CheckResult {
  readonly name: Text;
  /** Null for a check that was not reached. */
  readonly holds: boolean | null;
  readonly reason: Text | null;
}

export interface AuditVerdict {
  readonly verdict: VerdictKind;
  readonly message: Text;
  readonly checks: readonly CheckResult[];
  readonly events: number;
  readonly head: { readonly origin: string; readonly suite: string; readonly size: number; readonly root: string } | null;
  /** Witnesses whose cosignature holds, with the second of it. */
  readonly witnesses: Readonly<Record<string, number>>;
  readonly law: Judgement | null;
  readonly seals: SealReport | null;
  readonly evidenceFiles: number;
}

export const EXIT_CODES: Readonly<Record<VerdictKind, number>> = { good: 0, bad: 1, unlawful: 2, unreadable: 3 };

export interface VerifyOptions extends Trust {
  readonly makeParts: MakeParts;
}

/** Parts for people are made again from the signed ones; the first page too. */
const madeParts =
  (makeParts: MakeParts): Check =>
  (read) => {
    const made = makeParts({ exported: read.exported, checkpoint: read.checkpoint, events: read.events.map(({ event }) => event) });
    if (made.rules !== read.rules) return text('规则登记表与事件不符', 'rules.json is not what the events rest on');
    if (made.report !== read.report) return text('报告与事件不符', 'report.html is not what the events say');
    const { exported, checkpoint, events, index } = read;
    const manifest = manifestOf({ exported, checkpoint, events: events.length, indexFrom: index?.from ?? null, made });
    if (manifestText(manifest) !== read.manifestText) return text('首页与签名内容不符', 'manifest.json is not what the signed parts say');

    return read.archive.isPlain ? null : text('文件中有不属于内容的字节', 'the file has bytes that are not of its content');
  };

const checksOf = (makeParts: MakeParts): readonly (readonly [Text, Check])[] => [
  [text('检查点签名', 'signature of the checkpoint'), checks.signature],
  [text('见证会签', 'cosignatures of the witnesses'), checks.cosignatures],
  [text('事件内容重新计算', 'every body hashed again'), checks.bodies],
  [text('事件在账本中', 'every event is in the ledger'), checks.inclusion],
  [text('顺序与时间', 'order and clock'), checks.order],
  [text('登记早于见证', 'recorded before it was witnessed'), checks.witnessedTime],
  [text('案卷完整', 'nothing of a file is missing'), checks.completeness],
  [text('叶序列无遗漏', 'no leaf was left out'), checks.absence],
  [text('证据文件', 'evidence files'), checks.evidence],
  [text('报告与首页', 'report and first page'), madeParts(makeParts)],
];

const lawOf = ({ events, exported }: ReadPackage): Judgement => {
  const whole = new Set(exported.payload.streams.map(({ stream }) => stream));
  const judge = new LawJudge((stream) => whole.has(stream));
  for (const act of groupedByAct(events.map(({ event }) => event))) judge.take(act);

  return judge.judgement;
};

const NOTHING = { events: 0, head: null, witnesses: {}, law: null, seals: null, evidenceFiles: 0 } as const;

const GOOD = text(
  '审计包真实、完整，且每一行为当时均合法',
  'the package is authentic and complete, and every act was lawful when it was done',
);

const results = (read: ReadPackage, trust: Trust, all: ReturnType<typeof checksOf>): readonly CheckResult[] => {
  let failed = false;

  return all.map(([name, check]) => {
    if (failed) return { name, holds: null, reason: null };
    const reason = check(read, trust);
    failed = reason !== null;

    return { name, holds: !failed, reason };
  });
};

const judged = (read: ReadPackage, { makeParts, ...trust }: VerifyOptions): AuditVerdict => {
  const made = results(read, trust, checksOf(makeParts));
  const broken = made.find(({ holds }) => holds === false)?.reason ?? null;
  const law = broken === null ? lawOf(read) : null;
  const { origin, size, root, suite } = read.checkpoint;
  const unlawful = law?.unlawful ?? null;

  return {
    verdict: verdictOf(broken, unlawful !== null),
    message: broken ?? (unlawful === null ? GOOD : unlawfulText(unlawful)),
    checks: made,
    events: read.events.length,
    head: { origin, size, suite: suite.title, root: hexOf(root) },
    witnesses: Object.fromEntries(cosignersOf(read.note, trust.policy.witnesses)),
    law,
    seals: broken === null ? sealsOf(read.events.map(({ event }) => event)) : null,
    evidenceFiles: read.archive.evidence.size,
  };
};

const verdictOf = (broken: Text | null, isUnlawful: boolean): VerdictKind => {
  if (broken !== null) return 'bad';

  return isUnlawful ? 'unlawful' : 'good';
};

const unlawfulText = ({ event, rule, citation, message }: NonNullable<Judgement['unlawful']>): Text => {
  const basis = rule === null ? '' : `（${rule} ${citation ?? ''}）`;

  return text(
    `记录未被改动，但有不合法的行为：${event.stream} 第 ${event.revision} 次修订 ${event.type}，${event.actor.organisation} ${event.actor.name}，${event.occurredAt}：${message.zh}${basis}`,
    `the record is intact, but an act was not lawful: ${event.stream} revision ${event.revision} ${event.type} by ${event.actor.person} at ${event.occurredAt}: ${message.en}${rule === null ? '' : ` (${rule})`}`,
  );
};

/**
 * Judges a package with nothing but itself and the keys given: no server, no network, no clock.
 * Whatever the package is, the answer is a verdict with its reason.
 */
export const verifyPackage = async (source: string | Buffer, options: VerifyOptions): Promise<AuditVerdict> => {
  try {
    return judged(await readPackage(source), options);
  } catch (error) {
    const why = hasCode(error, 'PACKAGE_UNREADABLE') ? error.detail : String(error);

    return { ...NOTHING, checks: [], verdict: 'unreadable', message: text(`审计包无法读取：${why}`, `the package cannot be read: ${why}`) };
  }
};
