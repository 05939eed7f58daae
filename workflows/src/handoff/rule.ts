import type { Unit } from '../clue/events';
import type { RecordedEvent } from '../kernel/event';
import type { Text } from '../kernel/text';

export const HANDOFF_STATUSES = {
  offered: '已移交，待签收',
  received: '已签收，待受理',
  accepted: '已受理，待反馈',
  answered: '已反馈',
  returned: '已退回',
  withdrawn: '已撤回',
} as const;

export type HandoffStatus = keyof typeof HANDOFF_STATUSES;

/** What is still owed by the receiver. */
export const OUTSTANDING: readonly HandoffStatus[] = ['offered', 'received', 'accepted'];

/** How a hand-off stands, as far as its own events tell. */
export interface Handoff {
  readonly status: HandoffStatus;
  readonly from: Unit;
  readonly to: Unit;
}

/**
 * A hand-off is a handshake: offered, received, then accepted and answered, or returned.
 * Each proceeding that hands over states its own in its `handoff.ts`; the keys of `offers` and `moves` are event types.
 */
export interface HandoffRule {
  /** lowerCamelCase, unique, e.g. `clue`. */
  readonly id: string;
  readonly title: Text;
  /** Payload field that names the item, e.g. `clueId`. */
  readonly item: string;
  readonly offers: Readonly<Record<string, (event: RecordedEvent) => Pick<Handoff, 'from' | 'to'>>>;
  readonly moves: Readonly<Record<string, (handoff: Handoff, event: RecordedEvent) => Partial<Handoff>>>;
}

export const becomes = (status: HandoffStatus) => (): Partial<Handoff> => ({ status });

/** The unit that did the act. */
export const senderOf = ({ actor: { organisation, function: by, jurisdiction } }: RecordedEvent): Unit => ({
  organisation,
  function: by,
  jurisdiction,
});

interface ToPolice {
  readonly policeOrganisation: string;
  readonly policeJurisdiction: string;
}

export const policeOf = ({ policeOrganisation, policeJurisdiction }: ToPolice): Unit => ({
  organisation: policeOrganisation,
  function: 'policeAuthority',
  jurisdiction: policeJurisdiction,
});
