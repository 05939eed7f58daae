import { clueHandoff } from '../clue/handoff';
import { criminalTransferHandoff } from '../criminal-transfer/handoff';
import { detentionHandoff } from '../detention-transfer/handoff';
import { disciplineHandoff } from '../discipline/handoff';
import { outsideHandoff } from '../outside-transfer/handoff';
import type { HandoffRule } from './rule';

/** Every hand-off, by the proceeding that makes it. */
export const handoffRules: readonly HandoffRule[] = [
  clueHandoff,
  criminalTransferHandoff,
  detentionHandoff,
  outsideHandoff,
  disciplineHandoff,
];
