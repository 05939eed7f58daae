import type { CaseGuard } from '../../case/act';
import type { DisclosureSubject } from '../events';

interface Input {
  readonly subject: DisclosureSubject;
}

/** Which local rule a publication carries out depends on what is published; none of them refuses one. */
const under = (rule: string, ...subjects: readonly DisclosureSubject[]): CaseGuard<Input> => ({
  rule,
  applies: ({ subject }) => subjects.includes(subject),
  check: () => undefined,
});

export const publishedUnder = [
  under('R-164', 'penalty'),
  under('R-169', 'typicalCase'),
  under('R-170', 'typicalCase'),
  under('R-174', 'typicalCase'),
] as const;
