import type { Guard } from '../../kernel/act';
import { INSPECTING_DEPARTMENTS, type InspectingDepartment, type Inspector } from '../events';
import type { LabInspectionState } from '../state';

const DEPARTMENTS = Object.keys(INSPECTING_DEPARTMENTS) as readonly InspectingDepartment[];

/** Environment and quality supervision inspect together: each has its inspectors in the draw. */
export const drawnJointly: Guard<{ readonly inspectorPool: readonly Inspector[] }, LabInspectionState> = {
  rule: 'R-115',
  check: ({ inspectorPool }) => {
    const absent = DEPARTMENTS.filter((department) => !inspectorPool.some((each) => each.department === department));
    if (absent.length === 0) return undefined;

    return {
      message: {
        zh: '监测机构“双随机”检查由生态环境与质量技术监督部门联合开展',
        en: 'Environment and quality supervision draw and inspect jointly',
      },
      missing: absent.map((department) => ({
        zh: `${INSPECTING_DEPARTMENTS[department]}的检查人员`,
        en: `inspectors of the ${department} department`,
      })),
    };
  },
};
