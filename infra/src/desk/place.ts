import { isJurisdiction, placeOf, type Actor, type PartyState, type StreamKind, type Subject } from '@liuhen/workflows';

export interface PlacedAct {
  readonly kind: StreamKind;
  readonly subject: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
}

/** Where the law is asked: where the thing lies, else where its input or its party does, else where the office is. */
export const placeOfAct = ({ kind, subject: id, input, actor }: PlacedAct, subject: Subject, party: PartyState | undefined): string => {
  // A unit stands under the code of its area, before it is registered too.
  if (kind === 'unit' && isJurisdiction(id)) return id;
  const named = input['jurisdiction'];

  return (
    placeOf(subject) ??
    (typeof named === 'string' ? named : null) ??
    (party?.status === 'registered' ? party.jurisdiction : actor.jurisdiction)
  );
};
