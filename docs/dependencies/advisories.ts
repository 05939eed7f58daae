import { z } from 'zod';

/** An advisory that reaches one of the packages of the lock file. */
export interface Advisory {
  /** As its address ends: `GHSA-…`. */
  readonly id: string;
  readonly package: string;
  readonly severity: string;
  readonly title: string;
}

/** What a run of `npm audit` has shown. No answer is never taken for a good one. */
export type Outcome =
  | { readonly kind: 'clean'; readonly explained: readonly Advisory[] }
  | { readonly kind: 'open'; readonly open: readonly Advisory[]; readonly explained: readonly Advisory[] }
  | { readonly kind: 'unanswered'; readonly why: string };

const advisory = z.object({ name: z.string(), title: z.string(), url: z.string(), severity: z.string() });

/** `npm audit --json`, version 2: a package is reached by advisories of its own, or through another that is named. */
const report = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisory])) })),
});

const refusal = z.object({ message: z.string() });

const idOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

const advisoriesIn = ({ vulnerabilities }: z.output<typeof report>): readonly Advisory[] => {
  const all = Object.values(vulnerabilities).flatMap(({ via }) => via.filter((each) => typeof each !== 'string'));
  const known = all.map(({ name, title, url, severity }) => [idOf(url), { id: idOf(url), package: name, severity, title }] as const);

  return [...new Map(known).values()].sort((one, other) => one.id.localeCompare(other.id));
};

/** Holds what npm printed against the advisories that docs/security.md explains. */
export const outcomeOf = (printed: string, explained: ReadonlySet<string>): Outcome => {
  const read = ((): unknown => {
    try {
      return JSON.parse(printed);
    } catch {
      return { message: 'npm printed no JSON' };
    }
  })();
  const parsed = report.safeParse(read);
  if (!parsed.success) return { kind: 'unanswered', why: refusal.safeParse(read).data?.message ?? 'not a report of version 2' };
  const all = advisoriesIn(parsed.data);
  const open = all.filter(({ id }) => !explained.has(id));
  const rest = all.filter(({ id }) => explained.has(id));

  return open.length === 0 ? { kind: 'clean', explained: rest } : { kind: 'open', open, explained: rest };
};

/** The advisories that a page explains, each in a row of a table: id, package, why it does not reach us. */
export const explainedIn = (page: string): ReadonlySet<string> =>
  new Set([...page.matchAll(/^\| (GHSA(?:-\w{4}){3})\s+\| \S.*\| \S.*\|$/gmu)].map(([, id = '']) => id));
