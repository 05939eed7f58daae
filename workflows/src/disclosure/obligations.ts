import { dayOf, mep, type TimeLimit } from '../calendar';
import type { RecordedEvent } from '../kernel/event';
import { field, owed, type ObligationRule, type Payload } from '../obligation/rule';
import { parameterAt } from '../regulation';

/** The parameter of the place and day of the event (O-23). */
const workingDaysToPublish = ({ actor, occurredAt }: RecordedEvent): TimeLimit | null => {
  const days = parameterAt('disclosure.penaltyWorkingDays', { jurisdiction: actor.jurisdiction, on: dayOf(occurredAt) });

  return days === undefined ? null : mep(days);
};

const fraudulent = (payload: Payload) => (payload['fraud'] === true ? field('penaltyId')(payload) : null);

const pushed = (receiver: string) => (payload: Payload) => {
  const { to } = payload;

  return to === undefined || (Array.isArray(to) && to.includes(receiver)) ? field('penaltyId')(payload) : null;
};

const published = (id: string, rule: string, opens: (payload: Payload) => string | null): ObligationRule => ({
  id,
  rule,
  duty: { zh: '公开处罚决定', en: 'publish the decision' },
  // What was taken down while its decision stands is to be published anew, from that day.
  opens: { PenaltyDecided: opens, DisclosureWithdrawn: field('penaltyId') },
  owedBy: owed('enforcementAgency'),
  limit: workingDaysToPublish,
  from: field('decidedOn'),
  discharges: { DisclosurePublished: field('penaltyId'), PenaltyRevoked: field('penaltyId') },
});

const pushes = (id: string, rule: string, receiver: string): ObligationRule => ({
  id,
  rule,
  duty: { zh: '推送已处罚的弄虚作假信息', en: 'push penalised fraud' },
  opens: { PenaltyDecided: fraudulent },
  owedBy: owed('enforcementAgency'),
  limit: () => null,
  discharges: { CreditInformationPushed: pushed(receiver), PenaltyRevoked: field('penaltyId') },
});

export const disclosureObligations: readonly ObligationRule[] = [
  published('penaltyDisclosure', 'APL-48', field('penaltyId')),
  { ...published('fraudDisclosure', 'R-164', fraudulent), opens: { PenaltyDecided: fraudulent } },
  pushes('creditPush', 'R-165', 'creditPlatform'),
  pushes('enterpriseCreditPush', 'R-166', 'enterpriseCreditSystem'),
];
