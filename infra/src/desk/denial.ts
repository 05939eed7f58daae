import { covers, deny, handedTo, type Act, type Actor, type Denied, type Facts, type Subject } from '@liuhen/workflows';

export interface Attempt {
  readonly act: Act;
  readonly actor: Actor;
  readonly subject: Subject;
}

/** Whether the act is this function's, and the place this office's; the same on the desk as on the auditor's laptop. */
export const denialOf = (
  { act, actor, subject }: Attempt,
  scene: Pick<Facts<unknown>, 'jurisdiction' | 'occurredAt'>,
): Denied | undefined => {
  if (!act.by.includes(actor.function)) return deny('NOT_COMPETENT', scene);
  const areas = [scene.jurisdiction, ...handedTo(subject)];

  return areas.some((area) => covers(actor.jurisdiction, area)) ? undefined : deny('OUT_OF_JURISDICTION', scene);
};
