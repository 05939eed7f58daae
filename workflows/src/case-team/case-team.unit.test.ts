import { standingOfCase, relationsOf, type CaseFile, type OfficialFunction, type TeamMember } from '..';
import { byRule } from '../testing/by-rule';
import { caseClosed, problemFound } from '../testing/facts';
import { foldOf, given, JINING, type Fact } from '../testing/given';

const member = (person: string, over: Partial<TeamMember> = {}): TeamMember => ({
  person,
  name: `某${person}`,
  certificateNo: `证-${person}`,
  function: 'enforcementAgency',
  jurisdiction: JINING,
  ...over,
});
const COUNTY = '370811';
const A = member('a');
const B = member('b');
const C = member('c', { jurisdiction: COUNTY });
const term = { from: '2024-08-01', until: '2024-09-30', reason: '案情重大' };
const form = { kind: 'specialTeam', leader: 'a', members: [A, B], ...term } as const;
const formed = (over: { readonly members?: readonly TeamMember[] } = {}) =>
  ({ type: 'CaseTeamFormed', payload: { ...form, ...over } }) as const satisfies Fact;
const takeOver = { predecessor: 'b', by: C, from: '2024-08-30', until: '2024-09-30', reason: '调离' };
const barred = { type: 'PersonBarred', payload: { barId: 'bar-1', person: 'c', recordId: 'record-1' } } as const;

const fileAfter = (...facts: readonly Fact[]): CaseFile => foldOf('case', [problemFound(), ...facts]).state as CaseFile;
const isOn = (file: CaseFile, { person, function: fn, jurisdiction }: TeamMember, now: string): boolean =>
  relationsOf({ person, function: fn, jurisdiction }, standingOfCase(file, now)).includes('assigned');
const DAY = '2024-08-30T09:00:00+08:00';

byRule('W-82', {
  fires: [
    [
      'a team is formed for a term by the office of the place, once',
      () => {
        given(problemFound()).when('formCaseTeam', form).thenRecorded(formed()).thenRestsOn('W-82', 'APL-42');
        given(problemFound(), formed()).when('formCaseTeam', form).thenOutOfTurn('W-82');
        given(problemFound())
          .when('formCaseTeam', { ...form, until: '2024-08-29' })
          .thenRefused({ rule: 'W-82', code: 'INVALID_INPUT' });
        given(problemFound())
          .when('formCaseTeam', { ...form, leader: 'z' })
          .thenRefused({ rule: 'W-82', code: 'INVALID_INPUT', zh: '组长' });
        given(problemFound())
          .when('formCaseTeam', { ...form, members: [A, B, { ...A, jurisdiction: COUNTY }] })
          .thenRefused({ rule: 'W-82', code: 'INVALID_INPUT', zh: '重复' });
      },
    ],
    [
      'an office appoints officers of its own area, and no others',
      () => {
        given(problemFound({ jurisdiction: COUNTY }))
          .when('formCaseTeam', { ...form, members: [A, B] }, { of: COUNTY })
          .thenRefused({ rule: 'W-82', weighty: true, missing: ['某a属370800', '某b属370800'] });
      },
    ],
    [
      'a member from elsewhere puts nobody else on the team',
      () => {
        given(problemFound(), formed({ members: [A, B, C] }))
          .when(
            'changeCaseTeam',
            { added: [member('d', { jurisdiction: COUNTY })], removed: [], until: term.until, reason: '增援' },
            { of: COUNTY },
          )
          .thenRefused({ rule: 'W-82', code: 'OUT_OF_JURISDICTION', weighty: true });
      },
    ],
    [
      'the leader leaves by having the work taken over',
      () => {
        given(problemFound(), formed({ members: [A, B, C] }))
          .when('changeCaseTeam', { added: [], removed: ['a'], until: term.until, reason: '调离' })
          .thenRefused({ rule: 'W-82', zh: '接办' });
        const file = fileAfter(formed(), { type: 'CaseTakenOver', payload: { ...takeOver, predecessor: 'a' } });
        expect(file.team?.leader).toBe('c');
      },
    ],
    [
      'out of its term, after a change, a take-over or the end of the team, a member is none',
      () => {
        const file = fileAfter(formed());
        expect(isOn(file, A, '2024-07-31T23:59:59+08:00')).toBe(false);
        expect(isOn(file, A, '2024-10-01T00:00:00+08:00')).toBe(false);
        const shorter = { added: [C], removed: ['b'], until: '2024-08-31', reason: '调整' };
        const changed = fileAfter(formed(), { type: 'CaseTeamChanged', payload: shorter });
        expect([A, B, C].map((each) => isOn(changed, each, DAY))).toEqual([true, false, true]);
        expect([A, B, C].map((each) => isOn(changed, each, '2024-09-01T09:00:00+08:00'))).toEqual([false, false, false]);
        expect(isOn(fileAfter(formed(), { type: 'CaseTakenOver', payload: takeOver }), B, DAY)).toBe(false);
        expect(isOn(fileAfter(formed(), { type: 'CaseTeamDissolved', payload: { reason: '结束' } }), A, DAY)).toBe(false);
      },
    ],
    [
      'a member is one in the function and office of the appointment only',
      () => {
        const file = fileAfter(formed());
        expect(isOn(file, { ...A, function: 'authorityHead' }, DAY)).toBe(false);
        expect(isOn(file, { ...A, jurisdiction: '220100' }, DAY)).toBe(false);
      },
    ],
  ],
  passes: [
    [
      'a superior sets one up from several counties, and it changes, is taken over from and dissolved',
      () => {
        given(problemFound({ jurisdiction: '370812' }))
          .when('formCaseTeam', { ...form, members: [A, B, C] }, { of: JINING, as: 'authorityHead' })
          .then('CaseTeamFormed');
        given(problemFound(), formed()).when('takeOverCase', takeOver).thenRecorded({ type: 'CaseTakenOver', payload: takeOver });
        given(problemFound(), formed())
          .when('takeOverCase', { ...takeOver, predecessor: 'z' })
          .thenOutOfTurn('W-82', '不在办案组');
        given(problemFound(), formed()).when('dissolveCaseTeam', { reason: '结案' }).then('CaseTeamDissolved');
        given(problemFound()).when('dissolveCaseTeam', { reason: '结案' }).thenOutOfTurn('W-82');
        given(problemFound(), caseClosed).when('formCaseTeam', form).thenOutOfTurn('W-04');
        expect([A, B].map((each) => isOn(fileAfter(formed()), each, DAY))).toEqual([true, true]);
      },
    ],
  ],
});

byRule('APL-42', {
  fires: [
    [
      'a team has two certified enforcement officers, after every change too',
      () => {
        const uncertified = { person: 'b', name: '某b', function: 'enforcementAgency' as OfficialFunction, jurisdiction: JINING };
        given(problemFound())
          .when('formCaseTeam', { ...form, members: [A, uncertified] })
          .thenRefused({ rule: 'APL-42', missing: ['尚缺持证执法人员1人'] });
        given(problemFound())
          .when('formCaseTeam', { ...form, members: [A, member('m', { function: 'monitoringUnit' })] })
          .thenRefused({ rule: 'APL-42' });
        given(problemFound(), formed())
          .when('changeCaseTeam', { added: [], removed: ['b'], until: term.until, reason: '调离' })
          .thenRefused({ rule: 'APL-42' });
        given(problemFound(), formed())
          .when('takeOverCase', { ...takeOver, by: { ...uncertified, person: 'e' } })
          .thenRefused({ rule: 'APL-42' });
      },
    ],
  ],
  passes: [
    [
      'with a monitoring officer beside them',
      () => {
        given(problemFound())
          .when('formCaseTeam', { ...form, members: [A, B, member('m', { function: 'monitoringUnit' })] })
          .then('CaseTeamFormed');
      },
    ],
  ],
});

byRule('W-16', {
  fires: [
    [
      'who is recused from the case is not put on its team, in any way',
      () => {
        const refused = { rule: 'W-16', weighty: true, zh: '回避', missing: ['请另派人员代替某c'] };
        given(problemFound(), barred)
          .when('formCaseTeam', { ...form, members: [A, B, C] })
          .thenRefused(refused);
        given(problemFound(), formed(), barred)
          .when('changeCaseTeam', { added: [C], removed: [], until: term.until, reason: '增援' })
          .thenRefused(refused);
        given(problemFound(), formed(), barred).when('takeOverCase', takeOver).thenRefused(refused);
      },
    ],
  ],
  passes: [
    [
      'once the recusal is lifted they are',
      () => {
        given(problemFound(), formed(), barred, { type: 'PersonBarLifted', payload: { barId: 'bar-1' } })
          .when('takeOverCase', takeOver)
          .then('CaseTakenOver');
      },
    ],
  ],
});
