import { foreseen } from '../case/act';
import type { CaseFile } from '../case/state';
import type { Objection } from '../kernel/act';
import { id } from '../kernel/input';
import type { PenaltyEvent } from './events';
import { penaltyProcedure } from './machine';

export const penaltyId = id('处罚案编号', 'id of the penalty case');

const NOT_THE_STEP: Objection = {
  rule: 'W-02',
  message: { zh: '没有处于该程序环节的处罚案件', en: 'No penalty case is at this step of its procedure' },
};

/** An act on those penalty cases whose procedure foresees the event. */
export const atStep = (eventType: PenaltyEvent['type']) => ({
  target: 'penaltyId' as const,
  targets: (file: CaseFile) => foreseen(file.penalties, penaltyProcedure, eventType),
  outOfTurn: NOT_THE_STEP,
});
