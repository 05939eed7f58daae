import { field, receiver, type ObligationRule } from '../obligation/rule';

const item = field('outsideId');

export const outsideTransferObligations: readonly ObligationRule[] = [
  {
    id: 'outsideReceipt',
    rule: 'W-01',
    duty: { zh: '签收移送事项', en: 'receive the matter' },
    opens: { OutsideTransferSent: item },
    discharges: { OutsideTransferReceived: item },
    owedBy: receiver,
    limit: () => null,
  },
  {
    id: 'outsideDecision',
    rule: 'W-01',
    duty: { zh: '受理或者退回移送事项', en: 'accept or return the matter' },
    opens: { OutsideTransferReceived: item },
    discharges: { OutsideTransferAccepted: item, OutsideTransferReturned: item },
    owedBy: (event) => event.actor.function,
    limit: () => null,
  },
  {
    id: 'outsideAnswer',
    rule: 'W-01',
    duty: { zh: '答复移送事项处理结果', en: 'answer what became of the matter' },
    opens: { OutsideTransferAccepted: item },
    discharges: { OutsideTransferAnswered: item },
    owedBy: (event) => event.actor.function,
    limit: () => null,
  },
];
