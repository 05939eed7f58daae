import { audit } from './audit';
import { reportFromDevices, type Wire } from './devices';
import { concludeInvestigation, findAndTransfer, investigate, recordHint } from './finding';
import { answerAsPolice, discloseAndClose, orderRectification, penalise, transferToPolice } from './handling';
import { setUpRegisters } from './registers';
import type { Refused, Stage } from './stage';

export interface Played {
  readonly caseId: string;
  readonly stage: string;
  readonly acts: number;
  readonly refusals: readonly Refused[];
  readonly subscription: { readonly received: number; readonly duplicates: number; readonly missed: number };
  readonly interferenceRecords: number;
  readonly auditTrail: number;
}

interface Told {
  readonly caseTransferred: {
    readonly position: string;
    readonly transfer: {
      readonly transferId: string;
      readonly sent: { readonly letterNo: string; readonly papers: { readonly criminalTransferLetter: { readonly name: string } } };
    };
  };
}

const LIAISON = (after: string) =>
  `subscription { caseTransferred(after: "${after}") { position transfer { transferId sent { letterNo papers { criminalTransferLetter { name digest } investigationReport { name } sceneInspectionRecord { name } involvedItemsList { name } } } } } }`;

const SUSPICION = 'subscription { suspicionRaised(after: "0") { position suspicion { suspicionId kind screening } } }';

/** How many of those sent the liaison got, and how often twice. */
const tally = (received: readonly string[], sent: readonly string[]) => ({
  received: received.length,
  duplicates: received.length - new Set(received).size,
  missed: sent.filter((id) => !received.includes(id)).length,
});

const SENT = '{ transferredCases { edges { node { transferId } } } }';

/** The whole matter, from the first frame to the auditor's questions. */
export const play = async (stage: Stage, wire: Wire): Promise<Played> => {
  const registered = await setUpRegisters(stage);
  const warned = stage.subscribe<unknown>('controller', SUSPICION);
  const liaison = stage.subscribe<Told>('liaison', LIAISON('0'));
  await Promise.all([warned.connected, liaison.connected]);
  await reportFromDevices(stage, wire);
  await warned.until(2);
  await warned.close();
  const matter = await findAndTransfer(stage, registered);
  await investigate(stage, matter, registered);
  await recordHint(stage, matter);
  await concludeInvestigation(stage, matter);
  const rectificationId = await orderRectification(stage, matter, registered);
  const transferId = await transferToPolice(stage, matter);
  await liaison.until(1);
  const [told] = liaison.received;
  stage.story.line({
    zh: `联络员实时收到移送：${told?.caseTransferred.transfer.sent.letterNo ?? ''}，材料齐全`,
    en: 'the liaison is told at once, with the complete papers',
  });
  await answerAsPolice(stage, matter, transferId);
  const penaltyId = await penalise(stage, matter, registered);
  await discloseAndClose(stage, matter, { rectificationId, penaltyId });
  const { transferredCases } = await stage.office('liaison').ask<{ transferredCases: { edges: { node: { transferId: string } }[] } }>(SENT);
  const received = liaison.received.map((each) => each.caseTransferred.transfer.transferId);
  const subscription = tally(
    received,
    transferredCases.edges.map(({ node }) => node.transferId),
  );
  await liaison.close();
  const audited = await audit(stage, matter);

  return { caseId: matter.caseId, acts: stage.acts, refusals: stage.refusals, subscription, ...audited };
};
