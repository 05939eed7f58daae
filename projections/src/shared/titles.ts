import type { Text } from '@liuhen/workflows';
import { CASE_TITLES } from './titles-of-case';
import { REGISTER_TITLES } from './titles-of-registers';

/** What each kind of event is called on a screen. */
const TITLES: Readonly<Record<string, readonly [string, string]>> = { ...CASE_TITLES, ...REGISTER_TITLES };

export const titleOf = (type: string): Text => {
  const [zh, en] = TITLES[type] ?? [type, type];

  return { zh, en };
};

export const knownTypes: readonly string[] = Object.keys(TITLES);
