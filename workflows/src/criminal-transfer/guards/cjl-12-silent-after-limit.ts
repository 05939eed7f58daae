import { itemOf, type CaseGuard } from '../../case/act';
import type { FilingSupervisionGround } from '../events';
import type { CriminalTransferStatus } from '../machine';

const GROUND_OF: Readonly<Partial<Record<CriminalTransferStatus, FilingSupervisionGround>>> = {
  accepted: 'silent',
  declined: 'refused',
  refusalUpheld: 'upheld',
  policeWithdrawn: 'withdrawn',
};

/** 衔接办法 art. 12: the ground is the one that the file shows. */
export const silentOnlyAfterTheLimit: CaseGuard<{ readonly transferId: string; readonly ground: FilingSupervisionGround }> = {
  rule: 'CJL-12',
  check: ({ transferId, ground }, { state }) => {
    const { status } = itemOf(state.transfers, transferId);
    if (GROUND_OF[status] === ground) return undefined;

    return { message: { zh: '提请事由与移送案件的现状不符', en: 'The ground is not the one that the file shows' } };
  },
};
