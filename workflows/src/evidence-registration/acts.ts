import { z } from 'zod';
import { caseAct, stepsOf, whole } from '../case/act';
import { enumOf, id, list, partialDate, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { REGISTRATION_ENDINGS } from './events';
import { sevenDaysOver, withinSevenDays } from './guards/apl-56-seven-days';
import { evidenceRegistrationProcedure } from './machine';

const registrationId = id('登记保存编号', 'id of the registration');
const oneRegistration = z.strictObject({ registrationId });

const atStep = stepsOf({
  target: 'registrationId' as const,
  items: (file) => file.evidenceRegistrations,
  procedure: evidenceRegistrationProcedure,
  none: { rule: ['APL-56', 'W-02'], message: { zh: '没有处于登记保存中的证据', en: 'No evidence is registered now' } },
});

export const registerEvidence = caseAct({
  name: 'registerEvidence',
  title: { zh: '证据先行登记保存', en: 'Register evidence in advance' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    partyId: id('当事人编号', 'id of the party'),
    items: list(text('证据物品', 'item', 300), '登记清单', 'list of the items', { min: 1 }),
    registeredOn: partialDate('登记日期', 'day of the registration'),
    approvedBy: text('批准的负责人（情况紧急先行登记的不填）', 'head who approved it; empty where it was urgent', 60).optional(),
  }),
  basis: ['APL-56', 'MEP-32'],
  targets: () => whole(true),
  outOfTurn: { rule: 'W-02', message: { zh: '此时不能登记保存证据', en: 'Evidence cannot be registered now' } },
  events: ({ approvedBy, ...input }, { state }) => [
    {
      type: 'EvidenceRegistered',
      payload: {
        ...input,
        registrationId: nextItemId('registration', state.evidenceRegistrations),
        approvedBy: approvedBy ?? null,
      },
    },
  ],
});

export const approveRegistration = caseAct({
  name: 'approveRegistration',
  title: { zh: '补办登记保存批准', en: 'Approve an urgent registration' },
  by: ['authorityHead'],
  input: oneRegistration,
  basis: ['MEP-32'],
  ...atStep('RegistrationApproved'),
  targets: (file) => file.evidenceRegistrations.filter((each) => each.status === 'registered' && !each.approved).map((each) => each.id),
  events: (input) => [{ type: 'RegistrationApproved', payload: input }],
});

export const resolveRegistration = caseAct({
  name: 'resolveRegistration',
  title: { zh: '作出登记保存处理决定', en: 'Decide what becomes of registered evidence' },
  by: ['enforcementAgency'],
  input: oneRegistration.extend({
    how: enumOf('RegistrationEnding', REGISTRATION_ENDINGS, { zh: '处理', en: 'what becomes of it' }),
    on: partialDate('处理日期', 'day'),
  }),
  basis: ['APL-56', 'MEP-33'],
  ...atStep('RegistrationResolved'),
  guards: [withinSevenDays],
  events: (input) => [{ type: 'RegistrationResolved', payload: input }],
});

/** The registration lapses by itself; the clock puts it on record, or whoever sees it first. */
export const lapseRegistration = caseAct({
  name: 'lapseRegistration',
  title: { zh: '登记保存逾期自动解除', en: 'Record that a registration has lapsed' },
  by: ['statutoryClock', 'enforcementAgency'],
  input: oneRegistration,
  basis: ['MEP-33'],
  ...atStep('RegistrationLapsed'),
  guards: [sevenDaysOver],
  events: (input) => [{ type: 'RegistrationLapsed', payload: input }],
});

export const evidenceRegistrationActs = [registerEvidence, approveRegistration, resolveRegistration, lapseRegistration] as const;
