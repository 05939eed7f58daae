import { isRealInstant, LiuhenError } from '@liuhen/workflows';
import { PATIENCE, type FreshArgs } from './args';
import type { GraphContext } from './context';

/** Waits until the read models hold the position that was asked for. */
export const fresh = async (context: GraphContext, { atLeast }: FreshArgs): Promise<void> => {
  if (atLeast !== null && atLeast !== undefined) await context.waitFor(atLeast, PATIENCE);
};

/** Throws `INVALID_INPUT` for a day that does not exist. */
export const day = (name: string, value: string | null | undefined): void => {
  if (value === null || value === undefined || isRealInstant(`${value}T00:00:00+08:00`)) return;
  throw new LiuhenError('INVALID_INPUT', `${name}: ${value} is not a date YYYY-MM-DD`);
};

/** Throws `INVALID_INPUT` for a first or last day that does not exist. */
export const days = (filter: { readonly from?: string | null; readonly to?: string | null } | null | undefined): void => {
  day('from', filter?.from);
  day('to', filter?.to);
};
