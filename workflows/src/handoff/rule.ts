import type { Unit } from '../clue/events';
import type { RecordedEvent } from '../kernel/event';
import type { Text } from '../kernel/text';

export const HANDOFF_STATUSES = {
  offered: '已移交，待签收',
  received: '已签收，待受理',
  accepted: '已受理，待反馈',
  disputed: '管辖有异议，待指定',
  answered: '已反馈',
  returned: '已退回',
  withdrawn: '已撤回',
} as const;

export type HandoffStatus = keyof typeof HANDOFF_STATUSES;

/** What the receiver, or the superior of both, still owes something on. */
export const OUTSTANDING: readonly HandoffStatus[] = ['offered', 'received', 'accepted', 'disputed'];

/** How a hand-off stands, as far as its own events tell. */
export interface Handoff {
  readonly status: HandoffStatus;
  readonly from: Unit;
  readonly to: Unit;
}

/** What a hand-off begins with. */
export interface Offer extends Pick<Handoff, 'from' | 'to'> {
  /** Where it is no stream of the case itself: the case that it bears on, if any. */
  readonly caseId?: string | null;
  /** Set where only the two sides know of it, and whom it names not even there (O-46). */
  readonly confidential?: true;
}

/**
 * A hand-off is a handshake: offered, received, then accepted and answered, or returned.
 * Each proceeding that hands over states its own in its `handoff.ts`; the keys of `offers` and `moves` are event types.
 */
export interface HandoffRule {
  /** lowerCamelCase, unique, e.g. `clue`. */
  readonly id: string;
  readonly title: Text;
  /** Payload field that names the item, e.g. `clueId`; null where the stream is one hand-off, whose duties name it `clue`. */
  readonly item: string | null;
  readonly offers: Readonly<Record<string, (event: RecordedEvent) => Offer>>;
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
