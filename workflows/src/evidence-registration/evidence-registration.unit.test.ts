import { byRule } from '../testing/by-rule';
import { dutiesAfter } from '../testing/duties';
import { problemFound } from '../testing/facts';
import { given, type Fact } from '../testing/given';

const registered = (approvedBy: string | null = '郑局长'): Fact => ({
  type: 'EvidenceRegistered',
  payload: { registrationId: 'registration-1', partyId: 'plant', items: ['采样瓶'], registeredOn: '2024-08-30', approvedBy },
});
const item = { registrationId: 'registration-1' };
const resolve = { ...item, how: 'recorded', on: '2024-09-05' };

describe('evidence registered in advance', () => {
  it('is approved by the head, or urgent and approved afterwards', () => {
    given(problemFound())
      .when('registerEvidence', { partyId: 'plant', items: ['采样瓶'], registeredOn: '2024-08-30', approvedBy: '郑局长' })
      .thenRecorded(registered());
    expect(dutiesAfter([problemFound(), registered()])['registrationApproval']).toBeUndefined();
    expect(dutiesAfter([problemFound(), registered(null)])).toMatchObject({ registrationApproval: { status: 'open' } });
    given(problemFound(), registered(null)).when('approveRegistration', item).then('RegistrationApproved');
    given(problemFound(), registered()).when('approveRegistration', item).thenOutOfTurn('APL-56');
  });
});

byRule('APL-56', {
  fires: [
    [
      'the decision is owed within seven working days',
      () => expect(dutiesAfter([problemFound(), registered()])).toMatchObject({ registrationDecision: { due: { due: '2024-09-10' } } }),
    ],
    [
      'after them nothing can be decided on it',
      () =>
        given(problemFound(), registered())
          .when('resolveRegistration', resolve, { at: '2024-09-11T09:00:00+08:00' })
          .thenRefused({ rule: 'APL-56', zh: '2024-09-10' }),
    ],
  ],
  passes: [
    [
      'on the seventh it can',
      () =>
        given(problemFound(), registered())
          .when('resolveRegistration', resolve, { at: '2024-09-10T23:00:00+08:00' })
          .then('RegistrationResolved'),
    ],
  ],
});

byRule('MEP-33', {
  fires: [
    [
      'it lapses by itself when the seven days are over',
      () =>
        given(problemFound(), registered()).when('lapseRegistration', item, { at: '2024-09-11T00:00:00+08:00' }).then('RegistrationLapsed'),
    ],
  ],
  passes: [
    [
      'not before',
      () =>
        given(problemFound(), registered())
          .when('lapseRegistration', item, { at: '2024-09-10T09:00:00+08:00' })
          .thenRefused({ rule: 'MEP-33', zh: '尚未届满' }),
    ],
  ],
});

byRule('MEP-32', {
  fires: [
    [
      'an urgent registration is approved within 24 hours',
      () =>
        expect(dutiesAfter([problemFound(), registered(null)])).toMatchObject({
          registrationApproval: { rule: 'MEP-32', owedBy: 'authorityHead', status: 'open', due: { dueAt: '2024-08-31T09:00:00+08:00' } },
        }),
    ],
    [
      'and the approval rests on it',
      () => given(problemFound(), registered(null)).when('approveRegistration', item).then('RegistrationApproved').thenRestsOn('MEP-32'),
    ],
  ],
  passes: [
    ['approved before, it owes none', () => expect(dutiesAfter([problemFound(), registered()])['registrationApproval']).toBeUndefined()],
    [
      'approved afterwards, the duty is done',
      () =>
        expect(dutiesAfter([problemFound(), registered(null), { type: 'RegistrationApproved', payload: item }])).toMatchObject({
          registrationApproval: { status: 'discharged' },
        }),
    ],
  ],
});
