import type { Guard } from '../../kernel/act';
import { INSPECTING_DEPARTMENTS, type InspectingDepartment } from '../events';
import type { LabInspectionState } from '../state';

const DEPARTMENTS = Object.keys(INSPECTING_DEPARTMENTS) as readonly InspectingDepartment[];

interface Found {
  readonly conforms: boolean;
  readonly handling?: string | undefined;
}

/** What a department finds wanting, it handles within its own powers; the handling is on file. */
export const handledWithinPowers: Guard<Found, LabInspectionState> = {
  rule: 'R-116',
  check: ({ conforms, handling }) =>
    conforms || handling !== undefined
      ? undefined
      : {
          message: { zh: '不符合要求的，应依据职责依法处理并记录', en: 'What does not conform is handled by the department, and on file' },
          missing: [{ zh: '本部门的处理结果', en: 'what the department did about it' }],
        },
};

/** A lab that failed has the results of both departments on file before the inspection is concluded. */
export const bothResults: Guard<unknown, LabInspectionState> = {
  rule: 'R-116',
  check: (_input, { state }) => {
    if (state.status === 'none') return undefined;
    const failed = new Set(state.results.filter((each) => !each.conforms).map((each) => each.labId));
    const missing = [...failed].flatMap((labId) =>
      DEPARTMENTS.filter((department) => !state.results.some((each) => each.labId === labId && each.department === department)).map(
        (department) => ({ zh: `${INSPECTING_DEPARTMENTS[department]}对${labId}的结果`, en: `result of ${department} on ${labId}` }),
      ),
    );
    if (missing.length === 0) return undefined;

    return {
      message: {
        zh: '不符合要求的机构由两部门各依职责处理，结果均应在卷',
        en: 'Both departments handle a lab that failed; both results are on file',
      },
      missing,
    };
  },
};
