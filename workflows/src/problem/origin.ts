/** Where a clue came from that a superior handed down. */
export interface HandedDown {
  readonly level: 'state' | 'province' | 'city';
  readonly organisation: string;
  readonly docNo: string | null;
  readonly handedDownOn: string;
}

/** A check by big data or AI, off site. */
export interface MachineCheck {
  readonly system: string;
  readonly rule: string;
  readonly ranAt: string;
}

/** A problem of another case that this one came out of. */
export interface CaseLink {
  readonly caseId: string;
  readonly problemId: string;
}
