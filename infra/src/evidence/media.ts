import { LiuhenError } from '@liuhen/workflows';
import { filetypeinfo } from 'magic-bytes.js';

/** What evidence may be, and what its first bytes then say that it is; none for text, which says nothing. */
const MEDIA: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['application/pdf'],
  'image/jpeg': ['image/jpeg'],
  'image/png': ['image/png'],
  'image/tiff': ['image/tiff'],
  'video/mp4': ['video/mp4'],
  'audio/mpeg': ['audio/mpeg'],
  'audio/wav': ['audio/wav', 'audio/x-wav', 'audio/wave'],
  'application/zip': ['application/zip'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['application/zip'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['application/zip'],
  'text/plain': [],
  'text/csv': [],
};

/** Bytes from the beginning that have to be at hand for `checkMedia`. */
export const SNIFFED = 4_096;

const SAFE = 'application/octet-stream';

/** As a download may be labelled: one of the types that are taken, else bytes. */
export const safeMediaType = (mediaType: string): string => (Object.hasOwn(MEDIA, mediaType) ? mediaType : SAFE);

const isText = (head: Uint8Array): boolean => !head.includes(0) && filetypeinfo(head).length === 0;

/** Throws `EVIDENCE_TYPE` for a type that is not taken, and for content that is something else than it says. */
export const checkMedia = (mediaType: string, head: Uint8Array): void => {
  const signs = MEDIA[mediaType];
  if (signs === undefined) throw new LiuhenError('EVIDENCE_TYPE', `${mediaType.slice(0, 80)}; ${Object.keys(MEDIA).join(', ')}`);
  const found = filetypeinfo(head).flatMap(({ mime }) => mime ?? []);
  const isWhatItSays = signs.length === 0 ? isText(head) : signs.some((sign) => found.includes(sign));
  if (!isWhatItSays) throw new LiuhenError('EVIDENCE_TYPE', `${mediaType}: the content is ${found[0] ?? 'of no known type'}`);
};
