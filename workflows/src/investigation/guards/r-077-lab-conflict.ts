import { addDays, dayOf } from '../../calendar';
import type { CaseFacts, CaseGuard } from '../../case/act';
import type { Objection } from '../../kernel/act';
import type { LabContract } from '../../party/state';
import { parameterAt } from '../../regulation';

interface Input {
  readonly labId: string;
  readonly entityId: string;
}

/** Days, both ends included, on which a contract counts (O-16). */
interface Span {
  readonly from: string;
  readonly to: string;
}

type Asked = Pick<CaseFacts, 'registers' | 'jurisdiction' | 'occurredAt'>;

const touches = (contract: LabContract, { from, to }: Span): boolean =>
  contract.from <= to && (contract.to === null || contract.to >= from);

const contractIn = ({ labId, entityId }: Input, kind: LabContract['kind'], span: Span, { registers }: Asked): LabContract | undefined => {
  const lab = registers.party(labId);
  if (lab.status === 'unknown') return undefined;

  return lab.contracts.find((each) => each.entityId === entityId && each.kind === kind && touches(each, span));
};

const lookingBack = (day: string, { jurisdiction }: Asked): string =>
  addDays(day, -(parameterAt('enforcementMonitoring.labConflictLookBackDays', { jurisdiction, on: day }) ?? 0));

const conflict = (input: Input, span: Span, facts: Asked): Omit<Objection, 'rule'> | undefined => {
  const contract = contractIn(input, 'selfMonitoring', span, facts);
  const lab = facts.registers.party(input.labId);
  if (contract === undefined || lab.status === 'unknown') return undefined;

  return {
    weighty: true,
    message: {
      zh: `${lab.name}承担该排污单位自行监测任务（合同${contract.contractNo}），不得委托其执法监测`,
      en: `The lab does the self-monitoring of the same entity (contract ${contract.contractNo}) and cannot be given its enforcement monitoring`,
    },
    missing: [{ zh: '与该单位无自行监测合同的监测机构', en: 'a lab without a self-monitoring contract with the entity' }],
  };
};

const spanOfOrder = (facts: Asked): Span => {
  const to = dayOf(facts.occurredAt);

  return { from: lookingBack(to, facts), to };
};

/** A lab under a self-monitoring contract with the entity cannot monitor it for enforcement. */
export const labConflict: CaseGuard<Input> = {
  rule: 'R-077',
  check: (input, facts) => conflict(input, spanOfOrder(facts), facts),
};

/** Nor when the contract began between order and report: the report is refused as evidence. */
export const labConflictUntilReport: CaseGuard<{ readonly taskId?: string | undefined }> = {
  rule: 'R-077',
  check: ({ taskId }, facts) => {
    const task = facts.state.investigation.tasks.find((each) => each.id === taskId);
    if (task?.labId == null) return undefined;

    return conflict(
      { labId: task.labId, entityId: task.entityId },
      { from: lookingBack(dayOf(task.orderedAt), facts), to: dayOf(facts.occurredAt) },
      facts,
    );
  },
};

/** Operation contracts and affiliates do not bar a lab; they are pointed out (O-16). */
export const tiesOfLab: CaseGuard<Input> = {
  rule: 'W-44',
  check: (input, facts) => {
    const [lab, entity] = [facts.registers.party(input.labId), facts.registers.party(input.entityId)];
    if (lab.status === 'unknown' || entity.status === 'unknown') return undefined;
    const operates = contractIn(input, 'operation', spanOfOrder(facts), facts);
    const affiliation =
      lab.supervision.affiliations.find((each) => each.otherId === input.entityId) ??
      entity.supervision.affiliations.find((each) => each.otherId === input.labId);
    if (operates === undefined && affiliation === undefined) return undefined;

    return {
      message: {
        zh: `${lab.name}与该排污单位存在${[affiliation?.nature, operates && `运维合同${operates.contractNo}`].filter(Boolean).join('、')}，请审慎委托`,
        en: 'The lab is affiliated with the entity or operates its facility; weigh it before you commission',
      },
    };
  },
};
