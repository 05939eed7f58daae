import { publicDisclosureList } from '@liuhen/projections';
import { DISCLOSURE_SUBJECTS, LiuhenError, type DocumentReader, type DisclosureSubject } from '@liuhen/workflows';
import { z } from 'zod';

/** Where anybody reads what was published, without an account. */
export const PUBLIC_DISCLOSURES = '/public/disclosures';

const subjects = Object.keys(DISCLOSURE_SUBJECTS) as [DisclosureSubject, ...DisclosureSubject[]];

const ASKED = z.strictObject({
  /** GB/T 2260. */
  jurisdiction: z
    .string()
    .regex(/^\d{6}$/u)
    .optional(),
  subject: z.enum(subjects).optional(),
  first: z.coerce.number().int().min(1).max(100).default(20),
  after: z.string().max(500).optional(),
});

/** The publications that stand, page by page; of a case nothing but these. Throws `INVALID_INPUT`, `BAD_CURSOR`. */
export const noticeBoard =
  (reader: DocumentReader) =>
  async (search: URLSearchParams): Promise<object> => {
    const asked = ASKED.safeParse(Object.fromEntries(search));
    if (!asked.success) throw new LiuhenError('INVALID_INPUT', z.prettifyError(asked.error));
    const { jurisdiction, subject, ...page } = asked.data;
    const { edges, pageInfo } = await publicDisclosureList(reader, { filter: { jurisdiction, subject }, page });

    return {
      disclosures: edges.map(({ node: { disclosureId: _id, status: _status, ...told } }) => told),
      next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    };
  };
