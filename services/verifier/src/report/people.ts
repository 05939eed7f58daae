import { FUNCTIONS, type Actor, type RecordedEvent } from '@liuhen/workflows';
import { escaped, timeTold } from './html';

interface Part {
  readonly actor: Actor;
  readonly acts: number;
  readonly refused: number;
  readonly reads: number;
  readonly first: string;
  readonly last: string;
}

const added = (part: Part | undefined, { actor, type, recordedAt }: RecordedEvent): Part => {
  const refused = type === 'ActRefused' ? 1 : 0;
  const reads = type === 'SensitiveRead' ? 1 : 0;

  return {
    actor,
    acts: (part?.acts ?? 0) + 1 - refused - reads,
    refused: (part?.refused ?? 0) + refused,
    reads: (part?.reads ?? 0) + reads,
    first: part?.first ?? recordedAt,
    last: recordedAt,
  };
};

/** Who took part, each office of a person apart, in the order of their first event. */
export const people = (events: readonly RecordedEvent[]): string => {
  const parts = new Map<string, Part>();
  for (const event of events) {
    const { person, organisation, office, function: role } = event.actor;
    const key = JSON.stringify([person, organisation, office, role]);
    parts.set(key, added(parts.get(key), event));
  }
  const rows = [...parts.values()].map(
    ({ actor, acts, refused, reads, first, last }) =>
      `<tr><td>${escaped(actor.name)}</td><td>${escaped(actor.organisation)} ${escaped(actor.office)}</td><td>${escaped(FUNCTIONS[actor.function])}</td><td>${acts}</td><td>${refused}</td><td>${reads}</td><td>${escaped(timeTold(first))}<br>至 ${escaped(timeTold(last))}</td></tr>`,
  );

  return `<table><thead><tr><th>姓名</th><th>单位职务</th><th>职能</th><th>事项</th><th>被拒</th><th>查阅</th><th>登记时间</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
};
