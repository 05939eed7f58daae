import { allRules, type RecordedEvent, type Regulation } from '@liuhen/workflows';

/** The rules that events rest on, in the version that each rests on, as the register has them. */
export const rulesOf = (events: readonly RecordedEvent[]): readonly Regulation[] => {
  const wanted = new Set(events.flatMap(({ basis }) => basis.map(({ rule, version }) => `${rule}|${version}`)));

  return allRules.filter(({ id, version }) => wanted.has(`${id}|${version}`));
};
