import { isRealInstant, LiuhenError } from '@liuhen/workflows';
import { PATIENCE, type FreshArgs } from './args';
import type { GraphContext } from './context';

export const fresh = async (context: GraphContext, { atLeast }: FreshArgs): Promise<void> => {
  if (atLeast !== null && atLeast !== undefined) await context.waitFor(atLeast, PATIENCE);
};

export const day = (name: string, value: string | null | undefined): void => {
  if (value === null || value === undefined || isRealInstant(`${value}T00:00:00+08:00`)) return;
  throw new LiuhenError('INVALID_INPUT', `${name}: ${value} is not a date YYYY-MM-DD`);
};
