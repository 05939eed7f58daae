/** Settings of a stream with which the server drops events, or keeps us from ours: age, number, "truncate before", access. */
const HARMFUL = ['$maxAge', '$maxCount', '$tb', '$acl'] as const;

/** The harmful part of a stream's metadata as text, empty for none. */
export const truncatingSettings = (metadata: unknown): string => {
  if (typeof metadata !== 'object' || metadata === null) return '';

  return HARMFUL.filter((name) => name in metadata)
    .map((name) => `${name}=${JSON.stringify((metadata as Readonly<Record<string, unknown>>)[name])}`)
    .join(' ');
};
