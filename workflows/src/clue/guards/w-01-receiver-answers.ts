import { itemOf, type CaseGuard } from '../../case/act';
import type { Actor } from '../../kernel/event';
import { covers } from '../../kernel/jurisdiction';
import type { OfficialFunction } from '../../kernel/codes';
import type { Unit } from '../events';
import { RECEIVERS } from '../receivers';

export const isOf = (actor: Actor, unit: Unit): boolean =>
  unit.function === actor.function && covers(actor.jurisdiction, unit.jurisdiction);

/** Only the unit that a clue was offered to receives, accepts or returns it. */
export const receiverAnswers: CaseGuard<{ readonly clueId: string }> = {
  rule: 'W-01',
  check: ({ clueId }, { state, actor }) => {
    const { to } = itemOf(state.clues, clueId);
    if (isOf(actor, to)) return undefined;

    return {
      code: 'NOT_COMPETENT',
      weighty: true,
      message: {
        zh: `该线索移交对象为${to.organisation}，他人不得代为签收、受理或退回`,
        en: `The clue was offered to ${to.organisation}; nobody else may answer it`,
      },
    };
  },
};

/** Only the unit that sent a clue takes it back or settles its return. */
export const senderSettles: CaseGuard<{ readonly clueId: string }> = {
  rule: 'W-01',
  check: ({ clueId }, { state, actor }) => {
    const { from } = itemOf(state.clues, clueId);
    if (isOf(actor, from)) return undefined;

    return {
      code: 'NOT_COMPETENT',
      weighty: true,
      message: {
        zh: `该线索由${from.organisation}移交，他人不得代为处理`,
        en: `The clue was sent by ${from.organisation}; nobody else may settle it`,
      },
    };
  },
};

/** A hand-off is made to somebody who can answer it. */
export const canAnswer: CaseGuard<{ readonly to: { readonly function: OfficialFunction } }> = {
  rule: 'W-01',
  check: ({ to }) =>
    RECEIVERS.includes(to.function)
      ? undefined
      : { code: 'INVALID_INPUT', message: { zh: '该职能不接收线索', en: `A clue cannot be handed to ${to.function}` } },
};

/** What is handed over again was returned first, and to this sender. */
export const returnedBefore: CaseGuard<{ readonly after?: string | undefined }> = {
  rule: 'W-01',
  check: ({ after }, { state, actor }) => {
    if (after === undefined || state.clues.some((clue) => clue.id === after && clue.status === 'returned' && isOf(actor, clue.from))) {
      return undefined;
    }

    return {
      code: 'UNKNOWN_ID',
      message: {
        zh: `${after}不是退回本单位、尚待处理的线索`,
        en: `${after} is no clue that was returned to this unit and waits to be settled`,
      },
    };
  },
};
