import { closureBlockers } from '../closure/blockers';
import { clueBlockers } from '../clue/blockers';
import { conductBlockers } from '../conduct/blockers';
import { transferBlockers } from '../criminal-transfer/blockers';
import { dailyPenaltyBlockers } from '../daily-penalty/blockers';
import { detentionTransferBlockers } from '../detention-transfer/blockers';
import { disclosureBlockers } from '../disclosure/blockers';
import { investigationBlockers } from '../investigation/blockers';
import { outsideTransferBlockers } from '../outside-transfer/blockers';
import { penaltyBlockers } from '../penalty/blockers';
import { problemBlockers } from '../problem/blockers';
import { rectificationBlockers } from '../rectification/blockers';
import type { BlockerRule } from './blocker';

/** Every blocker, by the proceeding that states it, in the order of rules.md 3.6. */
export const blockerRules: readonly BlockerRule[] = [
  ...problemBlockers,
  ...clueBlockers,
  ...investigationBlockers,
  ...rectificationBlockers,
  ...penaltyBlockers,
  ...dailyPenaltyBlockers,
  ...closureBlockers,
  ...transferBlockers,
  ...detentionTransferBlockers,
  ...outsideTransferBlockers,
  ...disclosureBlockers,
  ...conductBlockers,
].sort((one, other) => Number(one.id.slice(2)) - Number(other.id.slice(2)));
