import { byRule } from '../testing/by-rule';
import { dutiesAfter, owedUnder } from '../testing/owed-under';
import { PLANT } from '../testing/facts';
import { CHANGCHUN, given, JINING } from '../testing/given';
import type { BreachClass } from './events';

const IN_FORCE = '2026-10-12T09:00:00+08:00';
const breach = {
  partyId: 'plant',
  caseId: 'case-1',
  penaltyId: 'penalty-1',
  docNo: '罚1号',
  documentDate: '2026-07-10',
  breachClass: 'general',
  reasons: '一般处罚',
  published: true,
};
const recorded = (breachClass: BreachClass = 'general', documentDate = '2026-07-10', jurisdiction = JINING) => ({
  type: 'CreditBreachRecorded' as const,
  payload: { ...breach, breachClass, documentDate, jurisdiction, partyName: '某某化工' },
  at: '2026-07-10T09:00:00+08:00',
});
const application = { appliedOn: '2026-10-10', dutyFulfilled: true, commitment: true, materials: ['承诺书'] };
const applied = { type: 'CreditRepairApplied', payload: application } as const;
const accepted = { type: 'CreditRepairAccepted', payload: { acceptedOn: '2026-10-12' } } as const;
const repaired = { type: 'CreditRepaired', payload: { decidedOn: '2026-10-13', docNo: null } } as const;
const measure = { department: '发改委', measure: '限制招投标', legalBasis: '备忘录', from: '2026-08-01' };
const punished = { type: 'JointPunishmentRecorded', payload: { measureId: 'measure-1', ...measure, to: null } } as const;
const HERE = { kind: 'credit', in: JINING } as const;
const circumstances = { parties: { plant: PLANT }, in: JINING, at: IN_FORCE };

byRule('CRM-01', {
  fires: [
    [
      'a light breach is not published without a reason',
      () =>
        given()
          .when('recordCreditBreach', { ...breach, breachClass: 'light' }, circumstances)
          .thenRefused({ rule: 'CRM-01', missing: ['公示理由'] }),
    ],
  ],
  passes: [
    [
      'unpublished, or with the reason, it stands',
      () => {
        given()
          .when('recordCreditBreach', { ...breach, breachClass: 'light', published: false }, circumstances)
          .then('CreditBreachRecorded');
        given()
          .when('recordCreditBreach', { ...breach, breachClass: 'light', publishReason: '涉及公众健康' }, circumstances)
          .then('CreditBreachRecorded')
          .thenRestsOn('CRM-01');
      },
    ],
    [
      'before it was in force nobody asks',
      () =>
        given()
          .when('recordCreditBreach', { ...breach, breachClass: 'light' }, { ...circumstances, at: '2026-03-31T09:00:00+08:00' })
          .thenDoesNotRestOn('CRM-01'),
    ],
  ],
});

byRule('CRM-02', {
  fires: [
    [
      'repair waits for minimum period, fulfilled duty and commitment',
      () => {
        given(recorded())
          .when('applyCreditRepair', { ...application, appliedOn: '2026-10-09' }, { at: IN_FORCE })
          .thenRefused({ rule: 'CRM-02', missing: ['最短公示期届满（2026-10-10）'] });
        given(recorded('serious'))
          .when('applyCreditRepair', application, { at: IN_FORCE })
          .thenRefused({ rule: 'CRM-02', missing: ['最短公示期届满（2027-07-10）'] });
        given(recorded())
          .when('applyCreditRepair', { ...application, dutyFulfilled: false, commitment: false }, { at: IN_FORCE })
          .thenRefused({ rule: 'CRM-02', missing: ['履行行政处罚义务', '信用承诺'] });
      },
    ],
    [
      'an application is owed a decision',
      () => expect(owedUnder('CRM-02', HERE, recorded(), { ...applied, at: IN_FORCE })).toEqual(['creditRepairAnswer:record']),
    ],
  ],
  passes: [
    [
      'then it is applied for, accepted and granted',
      () => {
        given(recorded()).when('applyCreditRepair', application, { at: IN_FORCE }).thenRecorded(applied);
        given(recorded(), applied).when('acceptCreditRepair', { acceptedOn: '2026-10-12' }, { at: IN_FORCE }).thenRecorded(accepted);
        given(recorded(), applied, accepted).when('repairCredit', { decidedOn: '2026-10-13' }, { at: IN_FORCE }).thenRecorded(repaired);
      },
    ],
    [
      'refused it may be applied for again',
      () =>
        given(recorded(), applied, { type: 'CreditRepairRefused', payload: { on: '2026-10-12', reasons: '材料不实' } })
          .when('applyCreditRepair', application, { at: IN_FORCE })
          .then('CreditRepairApplied'),
    ],
    [
      'decided nothing is owed',
      () => expect(owedUnder('CRM-02', HERE, recorded(), { ...applied, at: IN_FORCE }, accepted, repaired)).toEqual([]),
    ],
  ],
});

byRule('CRM-03', {
  fires: [
    [
      'the publication ends at its maximum, counted from the document',
      () =>
        (
          [
            ['light', '2026-10-10'],
            ['general', '2027-07-10'],
            ['serious', '2029-07-10'],
          ] as const
        ).forEach(([breachClass, end]) => {
          expect(owedUnder('CRM-03', HERE, recorded(breachClass))).toEqual(['creditPublicationEnd:record']);
          // A last day on a weekend moves to the next working day.
          expect((dutiesAfter(HERE, recorded(breachClass))[0]?.due?.due ?? '') >= end).toBe(true);
        }),
    ],
    [
      'and not before',
      () =>
        given(recorded())
          .when('endCreditPublication', { on: '2027-07-09' }, { at: IN_FORCE })
          .thenRefused({ rule: 'CRM-03', zh: '2027-07-10' }),
    ],
  ],
  passes: [
    [
      'on the day it ends',
      () =>
        given(recorded())
          .when('endCreditPublication', { on: '2027-07-10' }, { at: '2027-07-10T09:00:00+08:00' })
          .then('CreditPublicationExpired'),
    ],
    [
      'a document known by month counts from the earliest day',
      () =>
        given(recorded('general', '2026-07'))
          .when('applyCreditRepair', { ...application, appliedOn: '2026-10-01' }, { at: IN_FORCE })
          .then('CreditRepairApplied'),
    ],
    ['repaired it is owed no longer', () => expect(owedUnder('CRM-03', HERE, recorded(), applied, accepted, repaired)).toEqual([])],
  ],
});

byRule('R-167', {
  fires: [
    [
      'each measure of another department stands against the party',
      () =>
        given(recorded('general', '2026-07-10', CHANGCHUN))
          .when('recordJointPunishment', measure, { as: 'creditPartner' })
          .thenRecorded(punished)
          .thenRestsOn('R-167'),
    ],
  ],
  passes: [
    ['elsewhere on no draft', () => given(recorded()).when('recordJointPunishment', measure).thenDoesNotRestOn('R-167')],
    [
      'it ends once, and none begins on a repaired record',
      () => {
        const end = { measureId: 'measure-1', endedOn: '2026-11-01', reason: '修复' };
        given(recorded(), punished).when('endJointPunishment', end).then('JointPunishmentEnded');
        given(recorded(), punished, { type: 'JointPunishmentEnded', payload: end }).when('endJointPunishment', end).thenOutOfTurn('W-02');
        given(recorded(), applied, accepted, repaired).when('recordJointPunishment', measure).thenOutOfTurn('W-02');
      },
    ],
  ],
});

describe('a credit record', () => {
  it('is of a registered party, and falls with its penalty', () => {
    given().when('recordCreditBreach', breach, { in: JINING, at: IN_FORCE }).thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID', cites: '' });
    given(recorded()).when('revokeCreditBreach', { on: '2026-08-01', reason: '处罚被撤销' }, { at: IN_FORCE }).then('CreditBreachRevoked');
  });
});
