import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ACTS, allRules, covers, ERROR_CODES, modeOf, ruleById, ruleInForce, SOURCES, type SourceKey } from '..';
import { entries } from './data';

const SRC = join(__dirname, '..');
const SEEDS: readonly SourceKey[] = ['S0', 'S1', 'S2', 'S3', 'S4'];

/** Line breaks and blanks of a scanned text are not its words; quotation marks and brackets come in two widths. */
const words = (text: string): string =>
  text
    .replace(/[\s\u3000\u00a0\ufeff]/g, '')
    .replace(/[“”"]/g, '"')
    .replace(/[﹝〔[]/g, '〔')
    .replace(/[﹞〕\]]/g, '〕');

const texts = new Map(
  SEEDS.map((key) => [key, words(readFileSync(join(SRC, 'regulation', 'sources', `${key.toLowerCase()}.txt`), 'utf8'))]),
);

const sourcesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name));

describe('the regulation register', () => {
  it('holds each of the rules R-001 to R-209 once', () => {
    const ids = entries.map((entry) => entry.id).filter((id) => id.startsWith('R-'));

    expect([...ids].sort()).toEqual(Array.from({ length: 209 }, (_, at) => `R-${String(at + 1).padStart(3, '0')}`));
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
  });

  const quoted = entries.filter((entry) => entry.clause !== null);

  it('quotes most of the seed rules word for word', () => {
    expect(quoted.length).toBeGreaterThan(150);
  });

  it.each(quoted.map((entry) => [entry.id, entry.clause ?? '', entry.citation] as const))(
    'quotes %s as the text has it: %s',
    (_id, clause, citation) => {
      const cited = SEEDS.filter((key) => citation.split(';').some((part) => part.trim().startsWith(`${key} `)));
      const pieces = words(clause)
        .replace(/[「」]/g, '')
        .split('…')
        .filter((piece) => piece !== '');

      expect(cited).not.toEqual([]);
      expect(pieces).not.toEqual([]);
      expect(pieces.filter((piece) => !cited.some((key) => texts.get(key)?.includes(piece)))).toEqual([]);
    },
  );

  it('gives each rule a text in force somewhere, a citation with the name of the text, and what it demands', () => {
    for (const rule of allRules) {
      expect({ id: rule.id, jurisdictions: rule.jurisdictions }).not.toEqual({ id: rule.id, jurisdictions: [] });
      expect(rule.citation).toContain(`《${SOURCES[rule.source].title}》`);
      expect(rule.summary).toMatch(/\w.*\.$/s);
    }
    expect(entries.filter((entry) => !allRules.some((rule) => rule.id === entry.id))).toEqual([]);
  });

  it('knows every rule that any source of the workflows cites', () => {
    const cited = sourcesUnder(SRC)
      .filter((file) => !file.includes(join('regulation', 'data')))
      .flatMap((file) =>
        [
          ...readFileSync(file, 'utf8').matchAll(
            /\b(?:R-\d{3}|W-\d{2}|(?:APL|MEP|CJL|SCT|EPL|CODE|MON|CDP|SDM|RPS|DET|FRD|TAG|ARL|ALL|ACL|CRM|JIA)-\d{2,4})\b/g,
          ),
        ].map((match) => match[0]),
      );

    expect(cited.length).toBeGreaterThan(200);
    expect([...new Set(cited)].filter((id) => !entries.some((entry) => entry.id === id))).toEqual([]);
  });

  it('knows every rule that an act or a guard of an act names', () => {
    const named = ACTS.flatMap(({ acts }) => acts.flatMap((act) => [...act.basis, ...act.guards.map((guard) => guard.rule)]));

    expect(named.filter((id) => ruleById(id).id !== id)).toEqual([]);
  });

  it('throws for a rule that it does not hold', () => {
    expect(() => ruleById('R-210')).toThrow(RangeError);
    expect(() => ruleInForce('X-01', { jurisdiction: '370800', on: '2024-01-01' })).toThrow(RangeError);
  });
});

describe('a rule in force', () => {
  const place = fc.constantFrom(
    '000000',
    '110000',
    '220000',
    '220100',
    '220122',
    '220200',
    '370000',
    '370100',
    '370800',
    '370829',
    '620000',
    '620100',
  );
  const day = fc
    .date({ min: new Date('2015-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it('covers the place and the day that it is asked for, everywhere and at any time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...entries.map((entry) => entry.id)), place, day, (id, jurisdiction, on) => {
        const rule = ruleInForce(id, { jurisdiction, on });
        const any = allRules.some(
          (each) =>
            each.id === id &&
            each.jurisdictions.some((area) => covers(area, jurisdiction)) &&
            each.effectiveFrom <= on &&
            (each.effectiveTo ?? '9999-12-31') >= on,
        );
        expect(rule !== undefined).toBe(any);
        if (rule === undefined) return;
        expect(rule.jurisdictions.some((area) => covers(area, jurisdiction))).toBe(true);
        expect(rule.effectiveFrom <= on && on <= (rule.effectiveTo ?? '9999-12-31')).toBe(true);
      }),
    );
  });

  it.each([
    ['R-077', '370800', '2023-05-26', 'S1'],
    ['R-077', '370800', '2023-05-25', undefined],
    ['R-077', '220100', '2023-07-19', 'S0'],
    ['R-077', '220100', '2023-07-18', undefined],
    ['R-077', '370000', '2024-01-01', undefined],
    ['R-019', '620100', '2018-12-31', 'S2'],
    ['R-019', '620100', '2019-01-01', undefined],
    ['APL-42', '650000', '2021-07-15', 'APL'],
    ['APL-42', '650000', '2021-07-14', undefined],
  ] as const)('%s at %s on %s speaks from %s', (id, jurisdiction, on, source) => {
    expect(ruleInForce(id, { jurisdiction, on })?.source).toBe(source);
  });

  it('warns where it stands in a draft and blocks where it is law, unless it says otherwise', () => {
    const changchun = { jurisdiction: '220100', on: '2024-08-30' };
    for (const rule of allRules) expect(modeOf(rule, changchun)).toBe(rule.mode ?? (rule.legalForce === 'draft' ? 'warn' : 'block'));
    expect(allRules.filter((rule) => rule.source === 'S4').every((rule) => modeOf(rule, changchun) === 'warn')).toBe(true);
    expect(modeOf(ruleById('R-175'), changchun)).toBe('warn');
    expect(modeOf(ruleById('R-077'), changchun)).toBe('block');
  });
});

describe('the table of error codes', () => {
  it.each(Object.entries(ERROR_CODES))('says %s in both languages', (_code, { zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[\x20-\x7e]+$/);
  });
});
