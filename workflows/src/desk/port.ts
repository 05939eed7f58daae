import type { ActOutcome, Refusal } from '../kernel/decision';
import type { ActingFor, Actor, EvidenceRef } from '../kernel/event';
import type { StreamKind } from '../kernel/streams';
import type { Text } from '../kernel/text';

/** One request for one legal act, as it came from outside: nothing in it is believed yet. */
export interface ActRequest {
  /** Name of a declared act, e.g. `transferClue`. */
  readonly act: string;
  /** Id of the case, party, outlet or record; `null` for an act that opens one. */
  readonly subject: string | null;
  /** Chosen by the caller; repeating it returns the first receipt and writes nothing, after a crash too. */
  readonly idempotencyKey: string;
  /** Revision of the stream that the caller saw, or null for "whatever it is". */
  readonly expectedRevision: number | null;
  /** When the act was done: ISO instant with offset, or a day, month or year in China, or `unknown`; null for now. Never later than now. */
  readonly occurredAt: string | null;
  readonly evidence: readonly EvidenceRef[];
  /** Checked against the act's declared input. */
  readonly input: unknown;
}

/** One act as it stands for the asking person: open on these targets, or the reason why not. */
export interface ActOption {
  readonly act: string;
  readonly title: Text;
  readonly open: boolean;
  /** Items the act may be done on (`clue-1`); empty for an act on the whole case. */
  readonly targets: readonly string[];
  /** Citations of the rules that the act rests on. */
  readonly basis: readonly { readonly rule: string; readonly citation: string }[];
  readonly refusal: Refusal | null;
  /** In whose stead the person could do it; null where it is their own. */
  readonly acting: ActingFor | null;
}

/** The one way through: read the stream, fold, decide, append at the expected revision, hand out the receipt. */
export interface Desk {
  perform(request: ActRequest, actor: Actor): Promise<ActOutcome>;
  /** Every declared act of that kind of stream, judged without input; throws `UNKNOWN_ID` for an unknown subject. */
  availableActs(kind: StreamKind, subject: string, actor: Actor): Promise<readonly ActOption[]>;
}
