import { actingIn, FUNCTIONS, isBorneOut, inOwnRight, type Actor, type OfficialFunction, type UnitEvent, type UnitState } from '..';
import { byRule } from '../testing/by-rule';
import { actorFor, CHANGCHUN, foldOf, given, JINING, type Fact } from '../testing/given';

const unit = { subject: JINING } as const;
const registered: UnitEvent = { type: 'UnitRegistered', payload: { jurisdiction: JINING, name: '济宁市生态环境局' } };
const HEAD = { person: 'head', name: '王五' };
const DEPUTY = { person: 'deputy', name: '赵六' };
const term = { from: '2024-08-01', until: '2024-09-30', reason: '出差' };

const delegated = (over: Partial<Extract<UnitEvent, { type: 'FunctionDelegated' }>['payload']> = {}) =>
  ({
    type: 'FunctionDelegated',
    payload: {
      delegationId: 'delegation-1',
      kind: 'delegated',
      function: 'authorityHead',
      of: HEAD,
      to: DEPUTY,
      ...term,
      docNo: null,
      ...over,
    },
    by: 'head',
    as: 'authorityHead',
  }) as const satisfies Fact;
const revoked = { type: 'DelegationRevoked', payload: { delegationId: 'delegation-1', reason: '已返岗' } } as const;

const unitAfter = (...facts: readonly Fact[]): UnitState => foldOf('unit', [registered, ...facts]).state as UnitState;
const deputy = (fn: OfficialFunction = 'enforcementAgency', over: Partial<Actor> = {}): Actor =>
  actorFor({ person: 'deputy', function: fn, ...over });
const on = (occurredAt: string, now = occurredAt) => ({ occurredAt, now });
const IN_TERM = on('2024-08-30T09:00:00+08:00');

byRule('W-81', {
  fires: [
    [
      'an officer delegates the own function, with the days, to another person',
      () => {
        given(registered)
          .when('delegateFunction', { to: DEPUTY, ...term }, { ...unit, as: 'authorityHead', by: 'head' })
          .thenRecorded({
            type: 'FunctionDelegated',
            payload: { ...delegated().payload, of: { person: 'head', name: '张三' } },
          })
          .thenRestsOn('W-81');
      },
    ],
    [
      'not to oneself, not without an end, not for a time that is over',
      () => {
        const asks = (over: object) =>
          given(registered).when('delegateFunction', { to: DEPUTY, ...term, ...over }, { ...unit, as: 'authorityHead', by: 'head' });
        asks({ to: HEAD }).thenRefused({ rule: 'W-81', code: 'INVALID_INPUT' });
        asks({ until: undefined }).thenInvalid('until');
        asks({ until: '2024-07-31' }).thenRefused({ rule: 'W-81', code: 'INVALID_INPUT' });
        asks({ until: '2024-08-29' }).thenRefused({ rule: 'W-81', code: 'INVALID_INPUT', zh: '今日' });
      },
    ],
    [
      'an office of another area gives nothing of this one away, a superior neither',
      () => {
        for (const area of [CHANGCHUN, '370000', '370811']) {
          given(registered)
            .when('delegateFunction', { to: DEPUTY, ...term }, { ...unit, as: 'authorityHead', by: 'head', in: JINING, of: area })
            .thenRefused({ rule: 'W-81', code: 'OUT_OF_JURISDICTION', weighty: true });
        }
      },
    ],
    [
      'the head appoints deputies for functions of the authority, and for no other',
      () => {
        const asks = (fn: OfficialFunction) =>
          given(registered).when('appointDeputy', { absent: HEAD, function: fn, to: DEPUTY, ...term }, { ...unit, by: 'head' });
        asks('permitDepartment').then('FunctionDelegated');
        asks('policeAuthority').thenRefused({ rule: 'W-81', code: 'NOT_COMPETENT', weighty: true });
        asks('disciplineInspection').thenRefused({ rule: 'W-81', code: 'NOT_COMPETENT' });
      },
    ],
    [
      'it is revoked by who granted it or by the head, once',
      () => {
        const asks = (by: string, as: OfficialFunction) =>
          given(registered, delegated()).when('revokeDelegation', revoked.payload, { ...unit, by, as });
        asks('head', 'enforcementAgency').thenRecorded(revoked);
        asks('other', 'authorityHead').thenRecorded(revoked);
        asks('deputy', 'enforcementAgency').thenRefused({ rule: 'W-81', code: 'NOT_COMPETENT', weighty: true });
        given(registered, delegated(), revoked)
          .when('revokeDelegation', revoked.payload, { ...unit, by: 'head', as: 'authorityHead' })
          .thenOutOfTurn('W-02');
      },
    ],
    [
      'revoked, run out, not begun, of another person or dated back into its term, it grants nothing',
      () => {
        const state = unitAfter(delegated());
        expect(actingIn(deputy(), unitAfter(delegated(), revoked), IN_TERM)).toEqual([]);
        expect(actingIn(deputy(), state, on('2024-10-01T00:00:00+08:00'))).toEqual([]);
        expect(actingIn(deputy(), state, on('2024-07-31T23:59:59+08:00'))).toEqual([]);
        expect(actingIn(deputy(), state, on('2024-09-30T09:00:00+08:00', '2024-10-01T09:00:00+08:00'))).toEqual([]);
        expect(actingIn(deputy('enforcementAgency', { person: 'else' }), state, IN_TERM)).toEqual([]);
        expect(actingIn(deputy(), { status: 'unknown' }, IN_TERM)).toEqual([]);
      },
    ],
    [
      'it is not passed on: who acts for another holds no further delegation, and grants none',
      () => {
        const [acting] = actingIn(deputy(), unitAfter(delegated()), IN_TERM);
        expect(acting).toBeDefined();
        const chain = unitAfter(delegated(), delegated({ delegationId: 'delegation-2', function: 'permitDepartment' }));
        expect(actingIn(acting ?? deputy(), chain, IN_TERM)).toEqual([]);
      },
    ],
  ],
  passes: [
    [
      'from its first day to its last the deputy acts in the function and area of the unit, named as acting for whom',
      () => {
        for (const moment of ['2024-08-01T00:00:00+08:00', '2024-09-30T23:59:59+08:00']) {
          expect(actingIn(deputy(), unitAfter(delegated()), on(moment))).toEqual([
            {
              ...deputy(),
              function: 'authorityHead',
              jurisdiction: JINING,
              acting: {
                delegation: 'delegation-1',
                unit: JINING,
                person: 'head',
                name: '王五',
                ownFunction: 'enforcementAgency',
                ownJurisdiction: JINING,
              },
            },
          ]);
        }
      },
    ],
  ],
});

byRule('R-006', {
  fires: [
    [
      'the enforcement function is exercised by an officer of an enforcement agency only, delegated or not',
      () => {
        const state = unitAfter(delegated({ function: 'enforcementAgency' }));
        const functions = Object.keys(FUNCTIONS) as readonly OfficialFunction[];
        expect(functions.filter((fn) => actingIn(deputy(fn), state, IN_TERM).length > 0)).toEqual(['enforcementAgency']);
      },
    ],
  ],
  passes: [
    [
      'the head is stood in for by any department but the one that reviews',
      () => {
        const functions = Object.keys(FUNCTIONS) as readonly OfficialFunction[];
        expect(functions.filter((fn) => actingIn(deputy(fn), unitAfter(delegated()), IN_TERM).length > 0)).toEqual([
          'monitoringUnit',
          'monitoringControlCentre',
          'permitDepartment',
          'enforcementAgency',
          'authorityHead',
        ]);
      },
    ],
  ],
});

describe('what an event says of a delegation', () => {
  const state = unitAfter(delegated());
  const [acting = deputy()] = actingIn(deputy(), state, IN_TERM);

  it('is borne out by the file of the unit, in every particular', () => {
    expect(isBorneOut(acting, state, IN_TERM)).toBe(true);
    expect(isBorneOut(deputy(), { status: 'unknown' }, IN_TERM)).toBe(true);
    const claims = acting.acting;
    if (claims === undefined) throw new Error('acts for nobody');
    for (const forged of [
      { ...acting, person: 'else' },
      { ...acting, jurisdiction: '370000' },
      { ...acting, function: 'permitDepartment' as const },
      { ...acting, acting: { ...claims, delegation: 'delegation-2' } },
      { ...acting, acting: { ...claims, person: 'else' } },
      { ...acting, acting: { ...claims, name: '某某' } },
      { ...acting, acting: { ...claims, ownFunction: 'legalReviewer' as const } },
    ]) {
      expect(isBorneOut(forged, state, IN_TERM)).toBe(false);
    }
    expect(isBorneOut(acting, unitAfter(delegated(), revoked), IN_TERM)).toBe(false);
    expect(isBorneOut(acting, state, on('2024-10-01T00:00:00+08:00'))).toBe(false);
  });

  it('leads back to the person in their own right', () => {
    expect(inOwnRight(acting)).toEqual(deputy());
    expect(inOwnRight(deputy())).toEqual(deputy());
  });
});
