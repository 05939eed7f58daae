import { given, type Fact } from '../testing/given';

const party = (kind: 'naturalPerson' | 'dischargingEntity'): Fact => ({
  type: 'PartyRegistered',
  payload: {
    name: '王某某',
    kind,
    creditCode: kind === 'naturalPerson' ? null : '91370800MA3C4B5D6E',
    jurisdiction: '370800',
    address: '济宁市任城区',
    legalRepresentative: null,
    keyEntity: false,
    keyPermitManagement: false,
    permitNo: null,
  },
});
const person = party('naturalPerson');
const particulars = { sealed: { subject: 'party-1', cipher: 'sm4-gcm', iv: 'AA==', text: 'AA==', tag: 'AA==' } } as const;
const recorded: Fact = { type: 'PartyParticularsRecorded', payload: { particulars } };
const opened: Fact = { type: 'PartyParticularsOpened', payload: { why: '制作决定书' } };
const forgotten: Fact = { type: 'PersonForgotten', payload: { subject: 'party-1', orderedBy: 'head', basis: '保存期满' } };

describe('particulars of a party', () => {
  it('are recorded under seal, of a natural person only', () => {
    given(person).when('recordPartyParticulars', { particulars }).thenRecorded(recorded);
    given(party('dischargingEntity')).when('recordPartyParticulars', { particulars }).thenOutOfTurn('W-06', '仅自然人');
  });

  it('are opened on record as often as there is a reason to', () => {
    given(person, recorded, opened).when('openPartyParticulars', { why: '制作决定书' }).thenRecorded(opened);
    given(person, recorded).when('openPartyParticulars', { why: '' }).thenInvalid('why');
    given(person).when('openPartyParticulars', { why: '制作决定书' }).thenOutOfTurn('W-06', '没有密封');
  });

  it('are forgotten for good on the order of the head of the authority', () => {
    given(person, recorded).when('forgetPartyParticulars', { basis: '保存期满' }, { by: 'head' }).then('PersonForgotten');
    for (const act of ['openPartyParticulars', 'forgetPartyParticulars', 'recordPartyParticulars']) {
      const input = {
        openPartyParticulars: { why: '再看' },
        forgetPartyParticulars: { basis: '再次' },
        recordPartyParticulars: { particulars },
      }[act];
      given(person, recorded, forgotten)
        .when(act, input ?? {})
        .thenOutOfTurn('W-06');
    }
  });
});
