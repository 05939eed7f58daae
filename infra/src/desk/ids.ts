import { hash } from 'node:crypto';

/** A UUID (version 8, RFC 9562) that is the same for the same parts, so that a repeated request finds what it wrote. */
export const uuidOf = (...parts: readonly string[]): string => {
  const hex = hash('sha256', JSON.stringify(parts));
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);

  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
};

/** Keys in order, so that two writings of one request give one digest. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;

  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, canonical(item)]),
  );
};

export const digestOf = (value: unknown): string => hash('sha256', value === undefined ? '' : JSON.stringify(canonical(value)));
