import type { CaseFile } from '../../case/state';
import { partyIsNotTheLab } from '../../lab/guards/w-61-party-is-the-lab';

interface Commission {
  readonly labId: string;
  readonly entityId: string;
}

const pair = ({ entityId, labId }: Commission) => [entityId, labId] as const;

/** The plainest conflict of all: the entity is the lab (R-077, everywhere W-61). */
export const partyIsLab = [
  partyIsNotTheLab<Commission, CaseFile>('R-077', pair),
  partyIsNotTheLab<Commission, CaseFile>('W-61', pair),
] as const;
