import { civil, dueDate, earliest, latest, type TimeLimit } from '../../calendar';
import type { CaseGuard } from '../../case/act';
import type { CaseFile } from '../../case/state';
import type { RemedyTarget } from '../events';

/** Day from which the party knew of what it contests; null where the file does not say. */
const knownOn = (file: CaseFile, { kind, id }: RemedyTarget): string | null => {
  if (kind === 'penalty') {
    const penalty = file.penalties.find((each) => each.id === id);

    return penalty?.servedOn ?? penalty?.decision?.decidedOn ?? null;
  }

  return null;
};

const late = (limit: TimeLimit, from: string, on: string): string | undefined => {
  const { due } = dueDate(limit, latest(from));

  return earliest(on) > due ? due : undefined;
};

/** 复议法 art. 20: sixty days of knowing. A day known in part is late only if it is late in every case. */
export const appliedInTime: CaseGuard<{ readonly target: RemedyTarget; readonly appliedOn: string }> = {
  rule: 'ARL-20',
  check: ({ target, appliedOn }, { state }) => {
    const from = knownOn(state, target);
    const due = from === null ? undefined : late(civil.days(60), from, appliedOn);
    if (due === undefined) return undefined;

    return { message: { zh: `复议申请期限至${due}，已逾期`, en: `Reconsideration could be applied for until ${due}` } };
  },
};

interface Suit {
  readonly target: RemedyTarget;
  readonly filedOn: string;
  readonly after?: string | undefined;
}

/** 行诉法 art. 45: fifteen days after the decision of the reconsideration. */
export const filedAfterReview: CaseGuard<Suit> = {
  rule: 'ALL-45',
  check: ({ after, filedOn }, { state }) => {
    const decidedOn = state.remedies.find((each) => each.id === after)?.decidedOn ?? null;
    const due = decidedOn === null ? undefined : late(civil.days(15), decidedOn, filedOn);
    if (due === undefined) return undefined;

    return {
      message: { zh: `不服复议决定的起诉期限至${due}，已逾期`, en: `The suit after the reconsideration could be filed until ${due}` },
    };
  },
};

/** 行诉法 art. 46: six months, for a direct suit. */
export const filedDirectly: CaseGuard<Suit> = {
  rule: 'ALL-46',
  check: ({ target, after, filedOn }, { state }) => {
    const from = after === undefined ? knownOn(state, target) : null;
    const due = from === null ? undefined : late(civil.months(6), from, filedOn);
    if (due === undefined) return undefined;

    return { message: { zh: `直接起诉期限至${due}，已逾期`, en: `A direct suit could be filed until ${due}` } };
  },
};
