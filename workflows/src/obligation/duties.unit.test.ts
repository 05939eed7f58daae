import { obligationRules, parameterAt } from '..';
import { byRule } from '../testing/by-rule';
import { open, owed, type Happened } from '../testing/owed';
import {
  clueAccepted,
  clueReceived,
  clueTransferred,
  feedbackGiven,
  filingDeclined,
  finding,
  interferenceRecorded,
  investigationReported,
  penaltyDecided,
  penaltyOpened,
  penaltyServed,
  problemFound,
  published,
  rectificationOrdered,
  rectificationReported,
  transferAccepted,
  transferApproved,
  transferCopied,
  transferProposed,
  transferReceived,
  transferSent,
} from '../testing/facts';
import { CHANGCHUN, given, JINING, LANZHOU } from '../testing/given';

const in2018 = '2018-06-01T09:00:00+08:00';
const changchun = { who: { jurisdiction: CHANGCHUN } } as const;
const police = (jurisdiction = JINING) => ({ who: { function: 'policeAuthority', jurisdiction } }) as const;

/** `[kind, rule, due]` of a duty. */
const told = (kind: string, ...history: readonly Happened[]) => {
  const duty = owed(...history)[kind];

  return duty === undefined ? undefined : [duty.rule, duty.due?.dueAt ?? duty.due?.due ?? null, duty.status];
};

byRule('R-005', {
  fires: [
    [
      'owes the sender of a clue a feedback, in Jining and Jilin by the local rule',
      () => {
        expect(told('clueFeedback', clueAccepted)).toEqual(['R-005', null, 'open']);
        expect(told('clueFeedback', { ...clueAccepted, ...changchun })).toEqual(['R-005', null, 'open']);
        expect(told('clueFeedback', { ...clueAccepted, who: { jurisdiction: LANZHOU } })).toEqual(['W-01', null, 'open']);
      },
    ],
  ],
  passes: [
    ['is done when it was given', () => expect(told('clueFeedback', clueAccepted, feedbackGiven)).toEqual(['R-005', null, 'discharged'])],
  ],
});

const suspicion: Happened = {
  type: 'SuspicionRaised',
  payload: {
    ...{ suspicionId: 'plant.1-s1', kind: 'dailyMeanExceedance', partyId: 'plant', outletId: 'plant.1', jurisdiction: JINING },
    ...{
      pollutant: 'w01018',
      dataTime: '2024-08-29T00:00:00+08:00',
      value: '120',
      limit: '60',
      unit: 'mg/L',
      screening: 'R-048',
      pushedTo: 'enforcementAgency',
    },
  },
  stream: 'outlet-plant.1',
};

byRule('R-061', {
  fires: [
    [
      'puts a pushed suspicion on the list of the enforcement agency until a case takes it up',
      () => {
        expect(owed(suspicion)['suspicionResponse']).toMatchObject({
          rule: 'R-061',
          owedBy: 'enforcementAgency',
          subject: 'plant.1',
          due: null,
        });
        expect(told('suspicionResponse', suspicion, problemFound())).toEqual(['R-061', null, 'open']);
      },
    ],
  ],
  passes: [
    [
      'is off the list when a case names it',
      () => {
        expect(told('suspicionResponse', suspicion, problemFound({ suspicionIds: ['plant.1-s1'] }))).toEqual(['R-061', null, 'discharged']);
      },
    ],
    [
      'is no duty where no text makes it one',
      () => {
        expect(told('suspicionResponse', { ...suspicion, payload: { ...suspicion.payload, jurisdiction: '110000' } })).toBeUndefined();
      },
    ],
  ],
});

const foundByMonitoring = {
  ...problemFound({ source: 'selfMonitoringCheck', jurisdiction: CHANGCHUN }),
  who: { function: 'monitoringUnit', jurisdiction: CHANGCHUN },
} as const;

byRule('R-066', {
  fires: [
    [
      'has the monitoring unit pass on what it found of self-monitoring',
      () => {
        expect(owed(foundByMonitoring)['selfMonitoringClue']).toMatchObject({ rule: 'R-066', owedBy: 'monitoringUnit', status: 'open' });
      },
    ],
  ],
  passes: [
    [
      'is done with the clue, and is no duty of others or elsewhere',
      () => {
        expect(told('selfMonitoringClue', foundByMonitoring, clueTransferred())).toEqual(['R-066', null, 'discharged']);
        expect(told('selfMonitoringClue', { ...foundByMonitoring, who: changchun.who })).toBeUndefined();
        expect(
          told('selfMonitoringClue', { ...foundByMonitoring, payload: { ...foundByMonitoring.payload, jurisdiction: JINING } }),
        ).toBeUndefined();
      },
    ],
  ],
});

const inGansu = { ...problemFound({ source: 'jointOperation', jurisdiction: LANZHOU }), at: in2018 };

byRule('R-067', {
  fires: [
    [
      'shows a problem without a handling as open, with its age',
      () => expect(told('problemHandled', inGansu)).toEqual(['R-067', null, 'open']),
    ],
  ],
  passes: [
    [
      'is handled by an order, a penalty case or a transfer',
      () => {
        expect(told('problemHandled', inGansu, rectificationOrdered())).toEqual(['R-067', null, 'discharged']);
        expect(told('problemHandled', inGansu, penaltyOpened())).toEqual(['R-067', null, 'discharged']);
        expect(told('problemHandled', inGansu, transferProposed())).toEqual(['R-067', null, 'discharged']);
      },
    ],
    [
      'held in 2018 and in Gansu only',
      () => {
        expect(told('problemHandled', { ...inGansu, at: '2019-06-01T09:00:00+08:00' })).toBeUndefined();
        expect(told('problemHandled', problemFound())).toBeUndefined();
      },
    ],
  ],
});

const crime = investigationReported(finding({ finding: 'suspectedCrime' }));

byRule('R-141', {
  fires: [
    [
      'measures the time from the finding to the transfer',
      () => {
        expect(told('criminalTransfer', { ...crime, ...changchun })).toEqual(['R-141', null, 'open']);
        expect(told('criminalTransfer', { ...crime, ...changchun }, transferProposed(), transferApproved)).toEqual(['R-141', null, 'open']);
      },
    ],
  ],
  passes: [
    [
      'is done when the case is with the police',
      () => {
        expect(told('criminalTransfer', { ...crime, ...changchun }, transferSent)).toEqual(['R-141', null, 'discharged']);
        expect(told('criminalTransfer', investigationReported(finding()))).toBeUndefined();
      },
    ],
  ],
});

byRule('R-142', {
  fires: [
    [
      'owes the procuratorate a copy of the letter',
      () => {
        const sent = { ...transferSent, payload: { ...transferSent.payload, policeJurisdiction: CHANGCHUN } };
        expect(told('transferCopy', sent)).toEqual(['R-142', null, 'open']);
        expect(told('transferCopy', transferSent)).toEqual(['CJL-06', null, 'open']);
      },
    ],
  ],
  passes: [
    ['is done with the copy', () => expect(told('transferCopy', transferSent, transferCopied)).toEqual(['CJL-06', null, 'discharged'])],
  ],
});

byRule('R-143', {
  fires: [
    [
      'lists a transfer that was received and not accepted within twenty-four hours',
      () => {
        expect(told('transferAcceptance', { ...transferReceived, ...police(CHANGCHUN) })).toEqual([
          'R-143',
          '2024-08-31T09:00:00+08:00',
          'open',
        ]);
      },
    ],
  ],
  passes: [
    [
      'is done by acceptance or by asking for a supplement',
      () => {
        expect(told('transferAcceptance', transferReceived, transferAccepted)).toEqual([
          'CJL-08',
          '2024-08-31T09:00:00+08:00',
          'discharged',
        ]);
      },
    ],
  ],
});

const accepted = { ...transferAccepted, ...police(CHANGCHUN), at: '2024-08-26T09:00:00+08:00' };
const taking = (period: 'verification' | 'graveComplex'): Happened => ({
  type: 'FilingPeriodExtended',
  payload: { transferId: 'transfer-1', period, approvedBy: '局长', reason: '需查证' },
});

byRule('R-144', {
  fires: [
    [
      'has the police tell in writing within the set time',
      () => expect(told('filingNotice', accepted)).toEqual(['R-144', '2024-09-02', 'open']),
    ],
    [
      'takes the longer time of a clue to be verified, and of a grave matter',
      () => {
        expect(told('filingNotice', accepted, taking('verification'))).toEqual(['R-144', '2024-09-05', 'open']);
        expect(told('filingNotice', accepted, taking('graveComplex'))).toEqual(['R-144', '2024-09-29', 'open']);
      },
    ],
  ],
  passes: [
    [
      'is done by the notice, whichever it is',
      () => expect(told('filingNotice', accepted, filingDeclined)).toEqual(['R-144', '2024-09-02', 'discharged']),
    ],
  ],
});

byRule('CJL-09', {
  fires: [
    [
      'takes thirty days with the approval of the head of the police only',
      () => {
        given(problemFound(), transferProposed(), transferApproved, transferSent, transferReceived, transferAccepted)
          .when('extendFilingPeriod', { transferId: 'transfer-1', period: 'graveComplex', reason: '重大复杂' })
          .thenRefused({ rule: 'CJL-09', missing: ['公安机关负责人批准'] });
      },
    ],
  ],
  passes: [
    [
      'takes seven days for a clue to be verified',
      () => {
        given(problemFound(), transferProposed(), transferApproved, transferSent, transferReceived, transferAccepted)
          .when('extendFilingPeriod', { transferId: 'transfer-1', period: 'verification', reason: '需查证' })
          .thenRecorded({
            type: 'FilingPeriodExtended',
            payload: { transferId: 'transfer-1', period: 'verification', reason: '需查证', approvedBy: null },
          });
      },
    ],
  ],
});

byRule('R-151', {
  fires: [
    [
      'has a verified interference accounted for, in Changchun, told to the discipline inspection only',
      () => {
        const found = { type: 'InterferenceFoundTrue', payload: { finding: '属实' }, stream: 'interference-1', ...changchun } as const;
        expect(owed(interferenceRecorded(), found)['accountability']).toMatchObject({
          rule: 'R-151',
          confidential: true,
          owedBy: 'disciplineInspection',
        });
      },
    ],
  ],
  passes: [
    [
      'is nobody’s duty where the rule is not in force',
      () => {
        expect(told('accountability', { type: 'InterferenceFoundTrue', payload: { finding: '属实' } })).toBeUndefined();
      },
    ],
  ],
});

const waits = problemFound({ reporterAwaitsAnswer: true });

byRule('R-177', {
  fires: [['owes an answer to a reporter who waits for one', () => expect(told('reporterAnswer', waits)).toEqual(['R-177', null, 'open'])]],
  passes: [
    [
      'is done with the answer, and is none toward nobody',
      () => {
        expect(told('reporterAnswer', waits, { type: 'ReporterAnswered', payload: { problemId: 'problem-1', content: '已查' } })).toEqual([
          'R-177',
          null,
          'discharged',
        ]);
        expect(told('reporterAnswer', problemFound())).toBeUndefined();
      },
    ],
  ],
});

byRule('MEP-18', {
  fires: [
    [
      'is decided on within fifteen days of the clue, fifteen more with the approval of the head',
      () => {
        const clue = { ...clueReceived, at: '2024-08-01T09:00:00+08:00' };
        const more: Happened = { type: 'FilingTimeExtended', payload: { clueId: 'clue-1', days: 15, reason: '案情复杂' } };
        expect(told('filingDecision', clue)).toEqual(['MEP-18', '2024-08-16', 'open']);
        expect(told('filingDecision', clue, more)).toEqual(['MEP-18', '2024-09-02', 'open']);
      },
    ],
    [
      'was seven working days under the former measure',
      () => {
        expect(told('filingDecision', { ...clueReceived, at: in2018 })).toEqual(['MEP-18', '2018-06-12', 'open']);
        given(problemFound(), clueTransferred(), clueReceived)
          .when('extendFilingTime', { clueId: 'clue-1', reason: '案情复杂' }, { at: in2018 })
          .thenRefused({ rule: 'MEP-18' });
      },
    ],
    [
      'is extended once',
      () => {
        given(problemFound(), clueTransferred(), clueReceived, {
          type: 'FilingTimeExtended',
          payload: { clueId: 'clue-1', days: 15, reason: '一' },
        })
          .when('extendFilingTime', { clueId: 'clue-1', reason: '再延' })
          .thenRefused({ rule: 'MEP-18' });
      },
    ],
  ],
  passes: [
    [
      'is done by filing, by a transfer, by a return of the clue and by a report that finds no violation',
      () => {
        const ends: readonly Happened[] = [
          penaltyOpened(),
          transferProposed(),
          { type: 'ClueReturned', payload: { clueId: 'clue-1', reason: '不属本机关管辖' } },
          investigationReported(finding({ finding: 'noViolation' })),
        ];
        for (const end of ends) expect(told('filingDecision', clueReceived, end)?.[2]).toBe('discharged');
        expect(told('filingDecision', clueReceived, investigationReported(finding()))?.[2]).toBe('open');
        expect(told('filingDecision', { ...clueReceived, who: { function: 'permitDepartment' } })).toBeUndefined();
      },
    ],
    [
      'is extended by as many days as the measure of the time gives',
      () => {
        given(problemFound(), clueTransferred(), clueReceived)
          .when('extendFilingTime', { clueId: 'clue-1', reason: '案情复杂' })
          .thenRecorded({ type: 'FilingTimeExtended', payload: { clueId: 'clue-1', days: 15, reason: '案情复杂' } });
      },
    ],
  ],
});

byRule('APL-60', {
  fires: [
    [
      'is ninety days from filing, and was three months before the measure of 2023',
      () => {
        expect(told('penaltyDecision', penaltyOpened({ filedOn: '2024-08-15' }))).toEqual(['APL-60', '2024-11-13', 'open']);
        expect(told('penaltyDecision', { ...penaltyOpened({ filedOn: '2018-06-01' }), at: in2018 })).toEqual([
          'APL-60',
          '2018-09-03',
          'open',
        ]);
      },
    ],
  ],
  passes: [['is done by the decision', () => expect(told('penaltyDecision', penaltyOpened(), penaltyDecided())?.[2]).toBe('discharged')]],
});

const deferred: Happened = {
  type: 'PenaltyPaymentDeferred',
  payload: { penaltyId: 'penalty-1', until: '2024-12-31', instalments: [], reason: '经济困难' },
};

byRule('APL-66', {
  fires: [
    [
      'puts the deferred day in the place of the fifteen, and moves the court’s three months behind it',
      () => {
        expect(told('penaltyPayment', penaltyServed, deferred)).toEqual(['APL-67', '2024-12-31', 'open']);
        expect(told('courtApplication', penaltyServed, deferred)).toEqual(['ACL-53', '2025-03-31', 'open']);
      },
    ],
  ],
  passes: [
    [
      'leaves the fifteen days where nothing was deferred',
      () => expect(told('penaltyPayment', penaltyServed)).toEqual(['APL-67', '2024-09-14', 'open']),
    ],
  ],
});

byRule('APL-48', {
  fires: [
    [
      'has a decision made public in seven working days, since a text gave the number',
      () => {
        expect(told('penaltyDisclosure', penaltyDecided({ decidedOn: '2024-08-29' }))).toEqual(['APL-48', '2024-09-09', 'open']);
        expect(parameterAt('disclosure.penaltyWorkingDays', { jurisdiction: JINING, on: '2018-12-04' })).toBeUndefined();
      },
    ],
  ],
  passes: [
    [
      'is done by publication',
      () => expect(told('penaltyDisclosure', penaltyDecided(), published({ penaltyId: 'penalty-1' }))?.[2]).toBe('discharged'),
    ],
  ],
});

byRule('CJL-06', {
  fires: [
    [
      'ends twenty-four hours after the approval, at the very hour',
      () => {
        expect(told('transferSending', { ...transferApproved, at: '2024-08-30T16:40:00+08:00' })).toEqual([
          'CJL-06',
          '2024-08-31T16:40:00+08:00',
          'open',
        ]);
      },
    ],
  ],
  passes: [['is done by sending', () => expect(told('transferSending', transferApproved, transferSent)?.[2]).toBe('discharged')]],
});

byRule('R-128', {
  fires: [
    [
      'is owed by the date of the order, nationally too',
      () => {
        expect(told('rectification', { ...rectificationOrdered(), ...changchun })).toEqual(['R-128', '2024-09-02', 'open']);
        expect(told('rectification', rectificationOrdered())).toEqual(['APL-28', '2024-09-02', 'open']);
      },
    ],
  ],
  passes: [
    [
      'is done when it is reported',
      () => expect(told('rectification', rectificationOrdered(), rectificationReported())?.[2]).toBe('discharged'),
    ],
  ],
});

describe('each duty', () => {
  it('says in both languages what is owed, and what ends it', () => {
    for (const { id, duty, discharges } of obligationRules) {
      expect([id, duty.zh.length > 0 && duty.en.length > 0 && Object.keys(discharges).length > 0]).toEqual([id, true]);
    }
  });

  it('of a suspension names events that end it', () => {
    for (const { suspends = {}, suspensions = {}, resumes = {} } of obligationRules) {
      expect(Object.keys(suspensions).filter((type) => suspends[type] === undefined)).toEqual([]);
      expect(
        Object.values(suspensions)
          .flatMap(({ until = [] }) => until)
          .filter((type) => resumes[type] === undefined),
      ).toEqual([]);
    }
  });

  it('of a matter of another place is not opened by its own', () => {
    expect(open({ ...problemFound({ jurisdiction: '110000' }), who: { jurisdiction: '110000' } })).toEqual([]);
  });
});
