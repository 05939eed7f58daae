import type { CaseGuard } from '../../case/act';

interface Input {
  readonly labId: string;
  readonly entityId: string;
}

/** Lab and entity are those of the register; a conflict between parties that nobody knows would never be found. */
export const registeredLab: CaseGuard<Input> = {
  rule: 'W-06',
  check: ({ labId, entityId }, { registers }) => {
    const unknown = [labId, entityId].filter((each) => registers.party(each).status === 'unknown');
    if (unknown.length === 0) return undefined;

    return {
      code: 'UNKNOWN_ID',
      message: { zh: `未登记的当事人：${unknown.join('、')}`, en: `No such party: ${unknown.join(', ')}` },
    };
  },
};
