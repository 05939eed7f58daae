import type { Guard } from '../../kernel/act';
import type { PartyState } from '../../party/state';

const unknownAmong = (
  ids: readonly string[],
  items: readonly { readonly id: string }[],
): { readonly code: 'UNKNOWN_ID'; readonly message: { readonly zh: string; readonly en: string } } | undefined => {
  const unknown = ids.filter((id) => !items.some((item) => item.id === id));

  return unknown.length === 0
    ? undefined
    : { code: 'UNKNOWN_ID', message: { zh: `该单位无此记录：${unknown.join('、')}`, en: `Not on record here: ${unknown.join(', ')}` } };
};

/** A demand rests on a finding of this very party. */
export const knownFinding: Guard<{ readonly findingId?: string | undefined }, PartyState> = {
  rule: 'W-05',
  check: ({ findingId }, { state }) =>
    state.status === 'registered' ? unknownAmong(findingId === undefined ? [] : [findingId], state.supervision.findings) : undefined,
};

/** A check answers suspicions recorded on this very lab. */
export const knownLabSuspicions: Guard<{ readonly suspicionIds?: readonly string[] | undefined }, PartyState> = {
  rule: 'W-05',
  check: ({ suspicionIds = [] }, { state }) =>
    state.status === 'registered' ? unknownAmong(suspicionIds, state.supervision.suspicions) : undefined,
};
