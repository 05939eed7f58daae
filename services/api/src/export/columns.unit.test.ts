import { buildSchema } from '@liuhen/schema';
import { reportsIn } from './report';

const REPORTS = ['issueLedger', 'outstandingHandoffs', 'transferredCases', 'liabilityTrace', 'openObligations'];

describe('the exports', () => {
  const reports = reportsIn(buildSchema());

  it('are all lists of the contract that come in pages', () => {
    expect([...reports.keys()]).toEqual(expect.arrayContaining([...REPORTS, 'caseList', 'parties', 'interferenceTrail']));
    expect(reports.has('me')).toBe(false);
  });

  it.each(REPORTS.slice(0, 4))('%s has a Chinese title and a Chinese word first above every column', (name) => {
    const report = reports.get(name);

    expect(report?.title).toMatch(/^\p{Script=Han}+$/u);
    expect(report?.columns.map(({ header }) => header).filter((header) => !/^\p{Script=Han}/u.test(header))).toEqual([]);
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

  it('take the filters of the question, and no other word', () => {
    const report = reports.get('outstandingHandoffs');

    expect(report?.variablesOf(new URLSearchParams('toFunction=policeAuthority&lateOn=2024-09-01&atLeast=7'))).toEqual({
      atLeast: 7,
      filter: { toFunction: 'policeAuthority', lateOn: '2024-09-01' },
    });
    expect(() => report?.variablesOf(new URLSearchParams('first=100000'))).toThrow(/BAD_REQUEST.*toFunction/);
    expect(reports.get('transferredCases')?.variablesOf(new URLSearchParams('status=filed'))).toEqual({ status: 'filed' });
  });
});
