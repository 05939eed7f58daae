import type { CaseGuard } from '../../case/act';
import type { CaseFile } from '../../case/state';
import type { RemedyTarget } from '../events';

const exists = (file: CaseFile, { kind, id }: RemedyTarget): boolean => {
  switch (kind) {
    case 'penalty':
      return file.penalties.some((each) => each.id === id && each.decision !== null);
    case 'rectification':
      return file.rectifications.some((each) => each.id === id);
    case 'dailyPenalty':
      return file.dailyPenalties.some((each) => each.id === id && each.amount !== null);
    case 'restriction':
      return file.restrictions.some((each) => each.id === id && each.decidedOn !== null);
    case 'permitMeasure':
      return file.permitMeasures.some((each) => each.id === id);
    case 'closure':
      return file.closures.some((each) => each.id === id && ['ordered', 'carriedOut'].includes(each.status));
    case 'seizure':
      return file.seizures.some((each) => each.id === id);
    case 'disclosure':
      return file.disclosures.published.some((each) => each.id === id);
  }
};

/** A remedy is taken against what was decided, ordered or published in this very case. */
export const knownTarget: CaseGuard<{ readonly target: RemedyTarget }> = {
  rule: 'W-05',
  check: ({ target }, { state }) =>
    exists(state, target)
      ? undefined
      : {
          code: 'UNKNOWN_ID',
          message: {
            zh: `本案没有可供救济的 ${target.id}`,
            en: `${target.id} is nothing that was decided, ordered or published in this case`,
          },
        },
};
