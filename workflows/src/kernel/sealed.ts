import { LiuhenError } from './errors';

/** Particulars of a person, readable only with the key of that person. */
export interface Sealed {
  readonly sealed: {
    readonly subject: string;
    readonly cipher: 'aes-256-gcm' | 'sm4-gcm';
    /** Base64. */
    readonly iv: string;
    readonly text: string;
    readonly tag: string;
  };
}

/** What stands in an event; a text that was not sealed never gets there. */
export const underSeal = (value: Sealed | string): Sealed => {
  if (typeof value === 'string') throw new LiuhenError('NOT_SEALED', 'a sealed field reached a decision as text');

  return value;
};

const isText = (value: unknown): boolean => typeof value === 'string';

export const isSealed = (value: unknown): value is Sealed => {
  if (typeof value !== 'object' || value === null || !('sealed' in value)) return false;
  const { sealed } = value;
  if (typeof sealed !== 'object' || sealed === null) return false;

  return ['subject', 'cipher', 'iv', 'text', 'tag'].every(
    (name) => name in sealed && isText((sealed as Readonly<Record<string, unknown>>)[name]),
  );
};
