/** Kinds of streams; a stream is named `<kind>-<id>`. */
export const STREAM_KINDS = [
  'case',
  'interference',
  'party',
  'person',
  'labInspection',
  'outlet',
  'unit',
  'discipline',
  'supervision',
  'report',
  'credit',
  'publication',
  'refusals',
  'records',
  'calendar',
  'clock',
] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];

export const streamOf = (kind: StreamKind, id: string): string => `${kind}-${id}`;

export const idOfStream = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

export const kindOfStream = (stream: string): string => stream.slice(0, stream.indexOf('-'));
