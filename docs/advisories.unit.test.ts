import { explainedIn, outcomeOf } from './dependencies/advisories';

const about = (id: string, name: string) => ({
  source: 1,
  name,
  title: `a fault of ${name}`,
  url: `https://github.com/advisories/${id}`,
  severity: 'high',
  range: '<2',
});

const printed = (vulnerabilities: object): string => JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} });

const FOUND = printed({
  one: { name: 'one', via: [about('GHSA-aaaa-bbbb-cccc', 'one')] },
  two: { name: 'two', via: ['one', about('GHSA-dddd-eeee-ffff', 'two'), about('GHSA-aaaa-bbbb-cccc', 'one')] },
});

describe('what a registry says of the packages', () => {
  it('is clean where no advisory reaches them', () => {
    expect(outcomeOf(printed({}), new Set())).toEqual({ kind: 'clean', explained: [] });
  });

  it('is open until each advisory is explained', () => {
    expect(outcomeOf(FOUND, new Set(['GHSA-aaaa-bbbb-cccc']))).toEqual({
      kind: 'open',
      open: [{ id: 'GHSA-dddd-eeee-ffff', package: 'two', severity: 'high', title: 'a fault of two' }],
      explained: [{ id: 'GHSA-aaaa-bbbb-cccc', package: 'one', severity: 'high', title: 'a fault of one' }],
    });
    expect(outcomeOf(FOUND, new Set(['GHSA-aaaa-bbbb-cccc', 'GHSA-dddd-eeee-ffff'])).kind).toBe('clean');
  });

  it.each([
    ['a refusal', JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 }), '405 Method Not Allowed'],
    ['nothing', '', 'npm printed no JSON'],
    ['another form', JSON.stringify({ advisories: {} }), 'not a report of version 2'],
  ])('is nothing, and never good, where it says %s', (_what, text, why) => {
    expect(outcomeOf(text, new Set())).toEqual({ kind: 'unanswered', why });
  });
});

describe('docs/security.md', () => {
  it('explains an advisory by a reason, and not by its name alone', () => {
    expect(explainedIn('| GHSA-aaaa-bbbb-cccc | `one` | not called |\n| GHSA-dddd-eeee-ffff | `two` |  |')).toEqual(
      new Set(['GHSA-aaaa-bbbb-cccc']),
    );
  });
});
