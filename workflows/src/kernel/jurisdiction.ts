const significant = (code: string): string => code.replace(/(?:00){1,3}$/, '');

/** GB/T 2260: a province covers its cities, a city its counties, `000000` everything. */
export const covers = (area: string, place: string): boolean => place.startsWith(significant(area));

/** The area itself, then the city and the province above it, innermost first: `370811` → `370811`, `370800`, `370000`. */
export const areasAbove = (code: string): readonly string[] => [
  ...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].filter((area) => covers(area, code))),
];

export type Level = 'state' | 'province' | 'city' | 'county';

const LEVELS: Readonly<Record<number, Level>> = { 0: 'state', 2: 'province', 4: 'city', 6: 'county' };

export const levelOf = (code: string): Level => LEVELS[significant(code).length] ?? 'county';

export const isJurisdiction = (code: string): boolean => /^\d{6}$/.test(code);
