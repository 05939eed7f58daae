import type { EventsOf } from '../kernel/events-of';

export type CloseOutEvent = EventsOf<{
  CaseClosed: { readonly summary: string };
  /** Problems that are taken up again; an event of the first release does not name them. */
  CaseReopened: { readonly reason: string; readonly problemIds?: readonly string[] };
}>;
