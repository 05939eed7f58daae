import type { Act, Facts } from '../kernel/act';
import type { Denied } from '../kernel/decision';
import type { Actor } from '../kernel/event';
import { covers } from '../kernel/jurisdiction';
import { handedTo, type Subject } from './fold';
import { deny } from './judge';

type Scene = Pick<Facts<unknown>, 'jurisdiction' | 'occurredAt'>;

/**
 * Is it this person's to do at all? Each act belongs to the functions that it names (R-017; findings and penalties on
 * exceedance, self-monitoring, equipment and fraud to the enforcement side alone, R-006) and to the office whose area
 * covers the place, or to which the matter was handed. Undefined: it is.
 */
export const denialOf = (act: Pick<Act, 'by' | 'basis'>, actor: Actor, subject: Subject, scene: Scene): Denied | undefined => {
  if (!act.by.includes(actor.function)) return deny('NOT_COMPETENT', scene, act.basis.includes('R-006') ? ['R-006'] : []);
  const areas = [scene.jurisdiction, ...handedTo(subject)];

  return areas.some((area) => covers(actor.jurisdiction, area)) ? undefined : deny('OUT_OF_JURISDICTION', scene);
};
