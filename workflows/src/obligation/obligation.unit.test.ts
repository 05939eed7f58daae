import { isOverdue, obligationEventTypes, obligationRules, ruleById, type Obligation } from '..';
import { open, owed, type Happened } from '../testing/owed';
import {
  clueAccepted,
  clueReceived,
  clueTransferred,
  feedbackGiven,
  filingDeclined,
  interferenceRecorded,
  penaltyDecided,
  penaltyOpened,
  penaltyServed,
  problemFound,
  published,
  rectificationConfirmed,
  rectificationOrdered,
  rectificationReported,
  transferAccepted,
  transferApproved,
  transferCopied,
  transferProposed,
  transferSent,
} from '../testing/facts';
import { A_DAY, CHANGCHUN } from '../testing/given';

describe('duties', () => {
  it('rest each on a rule of the register, and none has the id of another', () => {
    expect(obligationRules.filter((rule) => ruleById(rule.rule).id !== rule.rule)).toEqual([]);
    expect(new Set(obligationRules.map((rule) => rule.id)).size).toBe(obligationRules.length);
    expect(obligationEventTypes).toEqual(
      expect.arrayContaining(obligationRules.flatMap((rule) => [...Object.keys(rule.opens), ...Object.keys(rule.discharges)])),
    );
  });

  it('are handed on along a clue: receipt, answer, feedback', () => {
    expect(open(clueTransferred())).toEqual(['clueOutstanding', 'clueReceipt']);
    expect(owed(clueTransferred())['clueReceipt']).toMatchObject({ owedBy: 'enforcementAgency', due: null, subject: '1', item: 'clue-1' });
    expect(open(clueTransferred(), clueReceived)).toEqual(['clueOutstanding', 'filingDecision', 'clueAnswer']);
    expect(open(clueTransferred(), clueReceived, clueAccepted)).toEqual(['filingDecision', 'clueFeedback']);
    expect(open(clueTransferred(), clueReceived, clueAccepted, feedbackGiven, penaltyOpened())).toEqual(['penaltyDecision']);
  });

  it('stand in the area of the unit that owes them where the event names it', () => {
    const changchun = { organisation: '长春市生态环境局', function: 'enforcementAgency', jurisdiction: '220100' } as const;
    expect(owed(clueTransferred({ to: changchun }))['clueReceipt']).toMatchObject({ jurisdiction: '220100' });
    expect(owed(transferSent)['transferReceipt']).toMatchObject({ jurisdiction: '370800', owedBy: 'policeAuthority' });
  });

  it('are opened toward a reporter only where one waits', () => {
    expect(open(problemFound({ reporterAwaitsAnswer: true }))).toContain('reporterAnswer');
    expect(open(problemFound())).not.toContain('reporterAnswer');
    expect(
      open(problemFound({ reporterAwaitsAnswer: true }), {
        type: 'ReporterAnswered',
        payload: { problemId: 'problem-1', content: '已查' },
      }),
    ).not.toContain('reporterAnswer');
  });

  it('do not open by being discharged', () => {
    expect(owed(clueAccepted)['clueAnswer']).toBeUndefined();
    expect(Object.keys(owed(rectificationReported(), transferAccepted))).toEqual(['rectificationCheck', 'filingNotice']);
  });

  it('keep the first day on which they were discharged', () => {
    const once = { ...transferCopied, at: '2024-08-29T10:00:00+08:00' };
    expect(owed(transferSent, once, { ...transferCopied, at: '2024-09-09T10:00:00+08:00' })['transferCopy']).toMatchObject({
      status: 'discharged',
      dischargedAt: '2024-08-29T10:00:00+08:00',
    });
  });
});

describe('the day by which something is owed', () => {
  it.each<[string, Happened, Partial<Obligation> & { readonly kind: string }, string]>([
    [
      'a decision within 90 days of filing',
      penaltyOpened({ filedOn: '2024-08-15' }),
      { kind: 'penaltyDecision', owedBy: 'authorityHead' },
      '2024-11-13',
    ],
    [
      'a decision whose ninetieth day is a holiday',
      penaltyOpened({ filedOn: '2024-07-05' }),
      { kind: 'penaltyDecision', owedBy: 'authorityHead' },
      '2024-10-08',
    ],
    [
      'service within seven working days',
      penaltyDecided({ decidedOn: '2024-09-29' }),
      { kind: 'penaltyService', owedBy: 'enforcementAgency' },
      '2024-10-14',
    ],
    ['payment within fifteen days', penaltyServed, { kind: 'penaltyPayment', owedBy: 'dischargingEntity' }, '2024-09-14'],
    [
      'rectification by the date ordered',
      rectificationOrdered({ dueOn: '2024-09-02' }),
      { kind: 'rectification', owedBy: 'dischargingEntity' },
      '2024-09-02',
    ],
    [
      'approval of a transfer in three days',
      { ...transferProposed(), at: '2024-08-26T09:00:00+08:00' },
      { kind: 'transferDecision', owedBy: 'authorityHead' },
      '2024-08-29',
    ],
    [
      'sending within twenty-four hours, a weekend or not',
      { ...transferApproved, at: '2024-08-30T09:00:00+08:00' },
      { kind: 'transferSending', owedBy: 'enforcementAgency' },
      '2024-08-31',
    ],
    [
      'the notice of the police',
      { ...transferAccepted, at: '2024-08-30T09:00:00+08:00' },
      { kind: 'filingNotice', owedBy: 'policeAuthority' },
      '2024-09-05',
    ],
    [
      'by the day in China',
      { ...transferProposed(), at: '2024-08-26T16:00:00Z' },
      { kind: 'transferDecision', owedBy: 'authorityHead' },
      '2024-08-30',
    ],
  ])('is for %s', (_what, event, duty, due) => {
    expect(owed(event)[duty.kind]).toMatchObject({ ...duty, status: 'open', due: { due } });
  });

  it('is missed when it is over, unless there is none or the duty is done', () => {
    const decision = owed(penaltyOpened({ filedOn: '2024-08-15' }))['penaltyDecision'] as Obligation;
    expect(isOverdue(decision, '2024-11-13')).toBe(false);
    expect(isOverdue(decision, '2024-11-14')).toBe(true);
    expect(isOverdue({ ...decision, status: 'discharged', dischargedAt: A_DAY, late: false }, '2025-01-01')).toBe(false);
    expect(isOverdue(owed(clueTransferred())['clueReceipt'] as Obligation, '2099-01-01')).toBe(false);
  });
});

describe('what discharges a duty', () => {
  it('is the act on the very item', () => {
    expect(open(penaltyOpened(), penaltyOpened({ penaltyId: 'penalty-2' }), penaltyDecided())).toEqual([
      'penaltyDecision',
      'penaltyService',
      'penaltyDisclosure',
    ]);
    expect(open(penaltyDecided(), published({ penaltyId: 'penalty-1' }))).toEqual(['penaltyService']);
    expect(open(penaltyDecided(), published())).toEqual(['penaltyService', 'penaltyDisclosure']);
  });

  it('is a rejection as well as a confirmation, and after a rejection the rectification is owed again', () => {
    const ordered = [rectificationOrdered(), rectificationReported()] as const;
    const rejected = {
      type: 'RectificationRejected',
      payload: { rectificationId: 'rectification-1', reinspectedAt: A_DAY, reason: '未到位' },
    } as const;
    expect(open(...ordered)).toEqual(['rectificationCheck']);
    expect(open(...ordered, rectificationConfirmed)).toEqual([]);
    expect(open(...ordered, rejected)).toEqual(['rectification']);
    expect(owed(...ordered, rejected)['rectification']).toMatchObject({ due: { due: '2024-09-02' }, dischargedAt: null });
    expect(open(...ordered, rejected, rectificationReported())).toEqual(['rectificationCheck']);
  });

  it('leaves a supplement owed anew each time it is asked for', () => {
    const asked = { type: 'SupplementRequested', payload: { transferId: 'transfer-1', demanded: '报告' } } as const;
    const supplied = { type: 'SupplementSupplied', payload: { transferId: 'transfer-1', supplied: '报告' } } as const;
    expect(open(asked, supplied)).toEqual(['transferAcceptance']);
    expect(open(asked, supplied, asked)).toEqual(['transferSupplement']);
  });

  it('is the written notice of the police, whichever it is', () => {
    expect(open(transferAccepted, filingDeclined)).toEqual([]);
  });

  it('is for a verified interference the accountability action', () => {
    const found = { type: 'InterferenceFoundTrue', payload: { finding: '属实' }, who: { jurisdiction: CHANGCHUN } } as const;
    expect(open(interferenceRecorded(), found)).toEqual(['accountability']);
    expect(
      open(found, { type: 'AccountabilityActionRecorded', payload: { action: '诫勉', decidedBy: '纪委', outcome: '已执行' } }),
    ).toEqual([]);
  });
});
