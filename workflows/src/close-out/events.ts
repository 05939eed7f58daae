import type { EventsOf } from '../kernel/events-of';

export type CloseOutEvent = EventsOf<{
  CaseClosed: { readonly summary: string };
  CaseReopened: { readonly reason: string };
}>;
