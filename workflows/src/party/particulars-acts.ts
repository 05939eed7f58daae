import { z } from 'zod';
import { WHOLE, type Objection } from '../kernel/act';
import { sealedText, text } from '../kernel/input';
import { underSeal } from '../kernel/sealed';
import { streamOf } from '../kernel/streams';
import { partyAct } from './party-act';
import type { RegisteredParty } from './state';

const NOT_SEALED: Objection = {
  rule: 'W-06',
  message: { zh: '没有密封的个人信息，或其密钥已销毁', en: 'No particulars are sealed here, or their key was destroyed' },
};

const sealed = ({ particulars }: RegisteredParty): readonly string[] => (particulars === 'sealed' ? WHOLE : []);

/** What a document needs of a natural person and nobody else is to read. */
export const recordPartyParticulars = partyAct({
  name: 'recordPartyParticulars',
  title: { zh: '登记自然人当事人个人信息', en: 'Record the particulars of a natural person' },
  by: ['registrar', 'enforcementAgency'],
  input: z.strictObject({ particulars: sealedText('身份证件号码、住址、电话', 'identity number, home address, telephone') }),
  basis: ['OGI-15'],
  items: ({ kind, particulars }) => (kind === 'naturalPerson' && particulars !== 'forgotten' ? WHOLE : []),
  outOfTurn: {
    rule: 'W-06',
    message: { zh: '仅自然人登记个人信息；已遗忘的不再登记', en: 'Only of a natural person, and not of one who was forgotten' },
  },
  events: ({ particulars }) => [{ type: 'PartyParticularsRecorded', payload: { particulars: underSeal(particulars) } }],
});

/** Each opening is an event before anything is read. */
export const openPartyParticulars = partyAct({
  name: 'openPartyParticulars',
  title: { zh: '启封自然人当事人个人信息', en: 'Open the sealed particulars of a natural person' },
  by: ['enforcementAgency', 'legalReviewer'],
  input: z.strictObject({ why: text('启封事由', 'why they are opened', 1000) }),
  basis: ['OGI-15'],
  items: sealed,
  outOfTurn: NOT_SEALED,
  events: (input) => [{ type: 'PartyParticularsOpened', payload: input }],
});

/** The order comes first and stays; the key is destroyed by whoever keeps it, once the order is on record. */
export const forgetPartyParticulars = partyAct({
  name: 'forgetPartyParticulars',
  title: { zh: '责令销毁自然人当事人个人信息密钥', en: 'Order the key of the particulars destroyed' },
  by: ['authorityHead'],
  input: z.strictObject({ basis: text('依据', 'on which basis', 1000) }),
  basis: ['OGI-15'],
  items: sealed,
  outOfTurn: NOT_SEALED,
  events: ({ basis }, _party, { subject, actor }) => [
    { type: 'PersonForgotten', payload: { subject: streamOf('party', subject), orderedBy: actor.person, basis } },
  ],
});

export const particularsActs = [recordPartyParticulars, openPartyParticulars, forgetPartyParticulars] as const;
