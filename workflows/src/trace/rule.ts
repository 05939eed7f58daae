import type { RecordedEvent } from '../kernel/event';
import type { Text } from '../kernel/text';

/** Who is tied: a person survives every change of employer, a party is one of the register, a unit is an authority. */
export interface Tied {
  readonly kind: 'person' | 'party' | 'unit';
  readonly id: string;
  readonly name: string;
}

/** One strand of a trace: whom an event ties to what, in which role. */
export interface Tie {
  readonly whom: Tied;
  /** lowerCamelCase, from the glossary, e.g. `sampler`, `authorizedSignatory`, `client`. */
  readonly role: string;
  /** What it is tied to, readable, e.g. `w01018 80.5 mg/L`, `监测报告 JC-1`. */
  readonly what: string;
  /** Dimensions that a statistic counts by, e.g. `{ spotMeasurement: 'concentration' }`. */
  readonly tags?: Readonly<Record<string, string>>;
}

export type Payload = Readonly<Record<string, unknown>>;

/**
 * The traces engine: accountability and statistic rules say which events tie whom to what; a projection folds the ties.
 * Each proceeding states its own in its `traces.ts`; the keys of `ties` are event types.
 */
export interface TraceRule {
  /** lowerCamelCase, unique. */
  readonly id: string;
  /** Rules of the register behind it; the tie is made where one of them is in force, and bears those that are. */
  readonly rules: readonly string[];
  readonly title: Text;
  readonly ties: Readonly<Record<string, (payload: Payload, event: RecordedEvent) => readonly Tie[]>>;
}
