import { z } from 'zod';
import { AUTHORITY, FUNCTIONS } from '../kernel/codes';
import { date, docNo, enumOf, id, namedPerson, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { unitAct } from '../unit/act';
import { bounded, byGrantor, ownRight, ownUnit, toAnother } from './guards/w-81-bounded';

const term = {
  from: date('起始日', 'first day'),
  until: date('截止日', 'last day'),
  reason: text('理由', 'reason', 1000),
  docNo: docNo('文号', 'number of the document'),
};

/** 委托代办: an officer has another exercise their own function for a time. */
export const delegateFunction = unitAct({
  name: 'delegateFunction',
  title: { zh: '委托代办', en: 'Delegate your function for a time' },
  by: AUTHORITY,
  input: z.strictObject({ to: namedPerson, ...term }),
  basis: ['W-81'],
  guards: [
    ownRight,
    ownUnit,
    bounded,
    {
      rule: 'W-81',
      check: ({ to }, { actor }) =>
        to.person === actor.person
          ? { code: 'INVALID_INPUT', message: { zh: '不得委托本人', en: 'Name another person than yourself' } }
          : undefined,
    },
  ],
  events: ({ docNo: number, ...input }, { delegations }, { actor }) => [
    {
      type: 'FunctionDelegated',
      payload: {
        delegationId: nextItemId('delegation', delegations),
        kind: 'delegated',
        function: actor.function,
        of: { person: actor.person, name: actor.name },
        ...input,
        docNo: number ?? null,
      },
    },
  ],
});

/** 代行职责: the head has another stand in for an officer of the unit who is away. */
export const appointDeputy = unitAct({
  name: 'appointDeputy',
  title: { zh: '指定代行职责', en: 'Appoint a deputy for an absent officer' },
  by: ['authorityHead'],
  input: z.strictObject({
    absent: namedPerson,
    function: enumOf('OfficialFunction', FUNCTIONS, { zh: '所代行的职能', en: 'function stood in for' }),
    to: namedPerson,
    ...term,
  }),
  basis: ['W-81'],
  guards: [
    ownRight,
    ownUnit,
    bounded,
    toAnother('absent'),
    {
      rule: 'W-81',
      check: ({ function: fn }) =>
        AUTHORITY.includes(fn)
          ? undefined
          : {
              code: 'NOT_COMPETENT',
              weighty: true,
              message: { zh: '只能指定代行本机关的职能', en: 'The head appoints deputies for functions of the authority itself only' },
            },
    },
  ],
  events: ({ docNo: number, absent, ...input }, { delegations }) => [
    {
      type: 'FunctionDelegated',
      payload: { delegationId: nextItemId('delegation', delegations), kind: 'deputised', of: absent, ...input, docNo: number ?? null },
    },
  ],
});

export const revokeDelegation = unitAct({
  name: 'revokeDelegation',
  title: { zh: '撤销委托或代行', en: 'Revoke a delegation' },
  by: AUTHORITY,
  input: z.strictObject({ delegationId: id('委托编号', 'id of the delegation'), reason: text('理由', 'reason', 1000) }),
  basis: ['W-81'],
  target: 'delegationId',
  targets: ({ delegations }) => delegations.filter(({ revoked }) => !revoked).map(({ id: each }) => each),
  guards: [ownRight, ownUnit, byGrantor],
  events: (input) => [{ type: 'DelegationRevoked', payload: input }],
});

export const delegationActs = [delegateFunction, appointDeputy, revokeDelegation] as const;
