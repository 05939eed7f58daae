import { isSealed, type RecordedEvent } from '@liuhen/workflows';

export interface SealReport {
  /** Sealed particulars in the events. */
  readonly sealed: number;
  /** Of them, those whose key was destroyed by an act that is in the package. */
  readonly keyDestroyed: number;
  /** Subjects that were forgotten, with who ordered it and on which basis. */
  readonly forgotten: readonly { readonly subject: string; readonly orderedBy: string; readonly basis: string }[];
}

const sealedIn = (value: unknown): readonly string[] => {
  if (isSealed(value)) return [value.sealed.subject];
  if (typeof value !== 'object' || value === null) return [];

  return Object.values(value).flatMap(sealedIn);
};

/** Sealed particulars stay as they are under every proof; whether they can still be opened is told apart. */
export const sealsOf = (events: readonly RecordedEvent[]): SealReport => {
  const forgotten = events
    .filter(({ type }) => type === 'PersonForgotten')
    .map(({ payload }) => payload as SealReport['forgotten'][number]);
  const gone = new Set(forgotten.map(({ subject }) => subject));
  const subjects = events.flatMap(({ payload }) => sealedIn(payload));

  return { sealed: subjects.length, keyDestroyed: subjects.filter((subject) => gone.has(subject)).length, forgotten };
};
