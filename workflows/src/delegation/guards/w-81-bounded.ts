import { dayOf } from '../../calendar/day';
import type { Guard } from '../../kernel/act';
import type { Term } from '../../authority/term';
import type { NamedPerson } from '../../kernel/input';
import type { UnitState } from '../../unit/state';

/** What is held for another is not passed on, nor ended by who holds it. */
export const ownRight: Guard<unknown, unknown> = {
  rule: 'W-81',
  check: (_input, { actor }) =>
    actor.acting === undefined
      ? undefined
      : {
          code: 'NOT_COMPETENT',
          weighty: true,
          message: { zh: '受托行使的职能不得转委托', en: 'A function that was delegated to you is not yours to delegate' },
        },
};

/** An office gives what is its own, in its own area, and no more. */
export const ownUnit: Guard<unknown, unknown> = {
  rule: 'W-81',
  check: (_input, { actor, jurisdiction }) =>
    actor.jurisdiction === jurisdiction
      ? undefined
      : {
          code: 'OUT_OF_JURISDICTION',
          weighty: true,
          message: {
            zh: '只能委托本单位的职能，请在本单位名下办理',
            en: 'Delegate a function of your own unit only; act in the file of your unit',
          },
        },
};

/** It begins and ends, and does not end before it is granted. */
export const bounded: Guard<Term, unknown> = {
  rule: 'W-81',
  check: ({ from, until }, { now }) =>
    from <= until && dayOf(now) <= until
      ? undefined
      : {
          code: 'INVALID_INPUT',
          message: { zh: '截止日不得早于起始日或今日', en: 'It ends no earlier than it begins, and not before today' },
        },
};

/** A person holds nothing for themselves. */
export const toAnother = <const K extends string>(field: K): Guard<Readonly<Record<K | 'to', NamedPerson>>, unknown> => ({
  rule: 'W-81',
  check: (input) =>
    input[field].person === input.to.person
      ? { code: 'INVALID_INPUT', message: { zh: '代行人不得为本人', en: 'Name another person than the one who is stood in for' } }
      : undefined,
});

/** Whoever granted it, or the head of the unit. */
export const byGrantor: Guard<{ readonly delegationId: string }, UnitState> = {
  rule: 'W-81',
  check: ({ delegationId }, { state, actor }) => {
    const found = state.status === 'registered' ? state.delegations.find(({ id }) => id === delegationId) : undefined;
    if (actor.function === 'authorityHead' || found?.grantedBy === actor.person) return undefined;

    return {
      code: 'NOT_COMPETENT',
      weighty: true,
      message: { zh: '委托由委托人或本单位主要负责人撤销', en: 'It is revoked by who granted it, or by the head of the unit' },
    };
  },
};
