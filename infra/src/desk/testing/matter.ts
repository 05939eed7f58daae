import type { CaseFile } from '@liuhen/workflows';

/** Where and on what an act is done. */
export interface Matter {
  readonly file: CaseFile | undefined;
  readonly partyId: string;
  readonly labId: string;
  /** The item that the act names, e.g. `clue-1`. */
  readonly target: string;
  /** Varies what may vary. */
  readonly pick: number;
}
