import { becomes, policeOf, senderOf, type HandoffRule } from '../handoff/rule';
import type { DetentionTransferEvent } from './events';

type Sent = Extract<DetentionTransferEvent, { type: 'DetentionTransferSent' }>['payload'];

/** The police answer with the detention, with why its conditions are not met, or by taking the matter as a criminal one. */
export const detentionHandoff: HandoffRule = {
  id: 'detentionTransfer',
  title: { zh: '移送行政拘留', en: 'transfer for detention' },
  item: 'detentionId',
  offers: { DetentionTransferSent: (event) => ({ from: senderOf(event), to: policeOf(event.payload as Sent) }) },
  moves: {
    DetentionTransferReceived: becomes('received'),
    DetentionDecided: becomes('answered'),
    DetentionNotMet: becomes('answered'),
    DetentionBecameCriminal: becomes('answered'),
  },
};
