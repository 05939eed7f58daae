const significant = (code: string): string => code.replace(/(?:00){1,3}$/, '');

/** GB/T 2260: a province covers its cities, a city its counties, `000000` everything. */
export const covers = (area: string, place: string): boolean => place.startsWith(significant(area));

export const isJurisdiction = (code: string): boolean => /^\d{6}$/.test(code);
