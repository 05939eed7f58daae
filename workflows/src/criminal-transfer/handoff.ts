import { becomes, policeOf, senderOf, type HandoffRule } from '../handoff/rule';
import type { CriminalTransferEvent } from './events';

type Sent = Extract<CriminalTransferEvent, { type: 'CaseTransferredToPolice' }>['payload'];
type PassedOn = Extract<CriminalTransferEvent, { type: 'TransferPassedOn' }>['payload'];

/** The police answer with the written notice of whether they file (R-144, CJL-09). */
export const criminalTransferHandoff: HandoffRule = {
  id: 'criminalTransfer',
  title: { zh: '涉嫌犯罪案件移送', en: 'criminal transfer' },
  item: 'transferId',
  offers: {
    CaseTransferredToPolice: (event) => ({ from: senderOf(event), to: policeOf(event.payload as Sent) }),
  },
  moves: {
    TransferReceiptSigned: becomes('received'),
    TransferAcceptedByPolice: becomes('accepted'),
    TransferPassedOn: (_handoff, { payload }) => ({ status: 'offered', to: policeOf(payload as PassedOn) }),
    NotPoliceMatterReturned: becomes('returned'),
    CaseFilingNotified: becomes('answered'),
    FilingDeclinedNotified: becomes('answered'),
  },
};
