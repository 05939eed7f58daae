import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import {
  checkMedia,
  openEvidenceStore,
  openScanner,
  safeMediaType,
  SNIFFED,
  type Config,
  type EvidenceStore,
  type Scanner,
} from '@liuhen/infra';
import type { CaseFileDocument } from '@liuhen/projections';
import { asking, seenCaseOf, type GraphContext } from '@liuhen/schema';
import { LiuhenError, type EvidenceRef } from '@liuhen/workflows';

/** Below it, evidence files stand under the digest of their content. */
export const EVIDENCE_PREFIX = '/evidence/';

export interface EvidenceFilesOptions {
  readonly store: EvidenceStore;
  readonly scanner: Scanner;
  /** Bytes of one file. */
  readonly limit: number;
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;

const digestIn = (path: string): string => {
  const digest = path.slice(EVIDENCE_PREFIX.length);
  if (!DIGEST.test(digest)) throw new LiuhenError('INVALID_INPUT', `${EVIDENCE_PREFIX}sha256:<64 hex digits>`);

  return digest;
};

/** Holds the first bytes back until they were looked at; what follows goes through as it comes. */
async function* checked(content: AsyncIterable<Buffer>, mediaType: string): AsyncGenerator<Buffer> {
  let head = Buffer.alloc(0);
  let isChecked = false;
  for await (const chunk of content) {
    if (isChecked) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < SNIFFED) continue;
    checkMedia(mediaType, head.subarray(0, SNIFFED));
    isChecked = true;
    yield head;
  }
  if (isChecked) return;
  checkMedia(mediaType, head);
  yield head;
}

const mediaTypeOf = ({ headers }: IncomingMessage): string => (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** What the case has on record under that digest: by which name, as what. */
const refIn = ({ timeline }: CaseFileDocument, digest: string): EvidenceRef | undefined =>
  timeline.flatMap(({ evidence }) => evidence).find((ref) => ref.digest === digest);

/** Evidence by HTTP: handed in under its digest, fetched by who may read a case that names it. */
export class EvidenceFiles {
  constructor(private readonly options: EvidenceFilesOptions) {}

  /** Takes the body of `PUT /evidence/<digest>`; the same file twice is there once. */
  async take(
    path: string,
    request: IncomingMessage,
    context: Pick<GraphContext, 'actor'>,
  ): Promise<{ readonly status: number; readonly body: object }> {
    asking(context, 'uploadEvidence');
    const { store, scanner, limit } = this.options;
    const digest = digestIn(path);
    const mediaType = mediaTypeOf(request);
    if (Number(request.headers['content-length'] ?? 0) > limit) throw new LiuhenError('BODY_TOO_LARGE', `at most ${limit} bytes`);
    const stored = await store.put(checked(request, mediaType), {
      limit,
      admit: async (found, read) => {
        if (found.digest !== digest) throw new LiuhenError('EVIDENCE_DIGEST', `told ${digest}, found ${found.digest}`);
        await scanner.scan(read());
      },
    });

    // The same whether it was there or not: who holds a file is not told that somebody else has handed it in.
    return { status: 201, body: { ...stored, mediaType } };
  }

  /** Answers `GET /evidence/<digest>?caseId=…&why=…`; unknown, not of this case and not to be seen look the same. */
  async give(
    path: string,
    search: URLSearchParams,
    { response, context }: { readonly response: ServerResponse; readonly context: GraphContext },
  ): Promise<void> {
    const asker = asking(context, 'downloadEvidence');
    const digest = digestIn(path);
    const caseId = search.get('caseId') ?? '';
    const { document: file, actor } = await seenCaseOf(context, asker, { caseId, view: 'caseFile' });
    const ref = refIn(file, digest);
    const stored = ref && (await this.options.store.find(digest));
    if (ref === undefined || stored === undefined) throw new LiuhenError('UNKNOWN_ID', caseId);
    context.noteRead({ actor, view: `evidence ${digest}`, subject: caseId, why: search.get('why') });
    response.writeHead(200, {
      'content-type': safeMediaType(ref.mediaType),
      'content-length': stored.bytes,
      'content-disposition': `attachment; filename="evidence"; filename*=UTF-8\'\'${encodeURIComponent(ref.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
    });
    await pipeline(this.options.store.read(digest), response);
  }
}

/** Refuses at the start a folder that no evidence could be put in: else each file would fail, and nothing say so before. */
export const openEvidenceFiles = async ({ data, evidence: { scanner, limit } }: Config): Promise<EvidenceFiles> => {
  const store = openEvidenceStore({ folder: data });
  await store.prepare();

  return new EvidenceFiles({ store, scanner: openScanner(scanner), limit });
};
