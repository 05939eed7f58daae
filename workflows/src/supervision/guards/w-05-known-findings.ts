import type { Guard } from '../../kernel/act';
import type { SupervisionFile } from '../evolve';

/** Findings named are those of this very file. */
export const knownFindings: Guard<{ readonly findingIds: readonly string[] }, SupervisionFile> = {
  rule: 'W-05',
  check: ({ findingIds }, { state }) => {
    const unknown = findingIds.filter((id) => !state.findings.some((finding) => finding.id === id));

    return unknown.length === 0
      ? undefined
      : { code: 'UNKNOWN_ID', message: { zh: `没有督查发现 ${unknown.join('、')}`, en: `No such finding: ${unknown.join(', ')}` } };
  },
};
