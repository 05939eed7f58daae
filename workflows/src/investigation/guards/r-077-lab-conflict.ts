import { dayOf } from '../../calendar';
import type { CaseGuard } from '../../case/act';

interface Input {
  readonly labId: string;
  readonly entityId: string;
}

/** A lab under a self-monitoring contract with the entity on the day of the order cannot monitor it for enforcement (O-16). */
export const labConflict: CaseGuard<Input> = {
  rule: 'R-077',
  check: ({ labId, entityId }, { registers, occurredAt }) => {
    const lab = registers.party(labId);
    if (lab.status === 'unknown') return undefined;
    const day = dayOf(occurredAt);
    const contract = lab.contracts.find(
      (each) => each.entityId === entityId && each.kind === 'selfMonitoring' && each.from <= day && (each.to === null || day <= each.to),
    );
    if (contract === undefined) return undefined;

    return {
      weighty: true,
      message: {
        zh: `${lab.name}承担该排污单位自行监测任务（合同${contract.contractNo}），不得委托其执法监测`,
        en: `The lab does the self-monitoring of the same entity (contract ${contract.contractNo}) and cannot be given its enforcement monitoring`,
      },
      missing: [{ zh: '与该单位无自行监测合同的监测机构', en: 'a lab without a self-monitoring contract with the entity' }],
    };
  },
};
