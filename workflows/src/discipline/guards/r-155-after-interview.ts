import type { Guard } from '../../kernel/act';
import type { DisciplineFile } from '../evolve';

/** the recommendation follows an interview by state or province, and is made with other departments. */
export const afterInterview: Guard<{ readonly withDepartments: readonly string[] }, DisciplineFile> = {
  rule: 'R-155',
  check: ({ withDepartments }, { state }) => {
    if (state.interview === null) {
      return {
        message: { zh: '处分建议在国家或省约谈之后提出', en: 'A sanction is recommended after an interview by state or province' },
        missing: [{ zh: '国家或省的约谈', en: 'interview by state or province' }],
      };
    }

    return withDepartments.length === 0
      ? {
          message: { zh: '处分建议应当会同有关部门提出', en: 'The recommendation is made together with other departments' },
          missing: [{ zh: '会同的部门', en: 'departments it is made with' }],
        }
      : undefined;
  },
};
