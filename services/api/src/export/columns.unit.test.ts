import { buildSchema } from '@liuhen/schema';
import { reportsIn } from './report';

const REPORTS = ['issueLedger', 'outstandingHandoffs', 'transferredCases', 'liabilityTrace', 'openObligations', 'caseList', 'parties'];

const attempt = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

/** What discipline inspection asks: each of them a table that it can take along. */
const AUDITOR = [
  'auditTrail',
  'personTrail',
  'interferenceTrail',
  'knowledge',
  'signatures',
  'outstandingHandoffs',
  'unusualPatterns',
  'unusualFindings',
];

describe('the exports', () => {
  const reports = reportsIn(buildSchema());

  it('are all lists of the contract that come in pages', () => {
    expect([...reports.keys()]).toEqual(expect.arrayContaining([...REPORTS, ...AUDITOR]));
    expect(reports.has('me')).toBe(false);
  });

  it.each([...reports.keys()])('%s has a Chinese title and a Chinese word first above every column', (name) => {
    const report = reports.get(name);

    expect(report?.title).toMatch(/^[\p{Script=Han}、]+$/u);
    expect(report?.columns.map(({ header }) => header).filter((header) => !/^[\p{Script=Han}「]/u.test(header))).toEqual([]);
  });

  it.each([...reports.values()].map((report) => [report.name, report] as const))(
    '%s has no column twice, and a sheet name that Excel takes',
    (_name, { columns, title }) => {
      const headers = columns.map(({ header }) => header);

      expect(new Set(headers).size).toBe(headers.length);
      expect(title.length).toBeLessThanOrEqual(31);
      expect(title).not.toMatch(/[[\]:*?/\\]/);
    },
  );

  it.each(AUDITOR)('%s can be narrowed', (name) => {
    const narrowing = (): unknown => reports.get(name)?.variablesOf(new URLSearchParams('first=1'));
    const words = (/BAD_REQUEST: .*?; (.*)$/.exec(String(attempt(narrowing)))?.[1] ?? '').split(', ');

    expect(words.filter((word) => !['atLeast', 'why', 'caseId', 'person'].includes(word)).length).toBeGreaterThan(0);
  });

  it('take the filters of the question, and no other word', () => {
    const report = reports.get('outstandingHandoffs');

    expect(report?.variablesOf(new URLSearchParams('toFunction=policeAuthority&lateOn=2024-09-01&atLeast=7'))).toEqual({
      atLeast: '7',
      filter: { toFunction: 'policeAuthority', lateOn: '2024-09-01' },
    });
    expect(() => report?.variablesOf(new URLSearchParams('first=100000'))).toThrow(/BAD_REQUEST.*toFunction/);
    expect(reports.get('transferredCases')?.variablesOf(new URLSearchParams('status=filed'))).toEqual({ status: 'filed' });
  });
});
