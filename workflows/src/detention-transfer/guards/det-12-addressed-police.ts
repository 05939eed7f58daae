import { itemOf, type CaseGuard } from '../../case/act';
import { covers } from '../../kernel/jurisdiction';

/** Art. 12: the police of the same level that it was sent to answer; nobody does it for them. */
export const addressedPolice: CaseGuard<{ readonly detentionId: string }> = {
  rule: 'DET-12',
  check: ({ detentionId }, { state, actor }) => {
    const { policeJurisdiction, policeOrganisation } = itemOf(state.detentionTransfers, detentionId);
    if (policeJurisdiction !== null && covers(actor.jurisdiction, policeJurisdiction)) return undefined;

    return {
      code: 'OUT_OF_JURISDICTION',
      weighty: true,
      message: { zh: `本案移送机关为${policeOrganisation ?? '—'}`, en: `The case was sent to ${policeOrganisation ?? 'nobody yet'}` },
    };
  },
};
