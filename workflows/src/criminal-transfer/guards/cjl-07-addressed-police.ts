import { itemOf, type CaseGuard } from '../../case/act';
import { covers } from '../../kernel/jurisdiction';

/** 衔接办法 art. 7: the police that the letter is addressed to sign, accept and answer; nobody does it for them. */
export const addressedPolice: CaseGuard<{ readonly transferId: string }> = {
  rule: 'CJL-07',
  check: ({ transferId }, { state, actor }) => {
    const { policeJurisdiction, policeOrganisation } = itemOf(state.transfers, transferId);
    if (policeJurisdiction !== null && covers(actor.jurisdiction, policeJurisdiction)) return undefined;

    return {
      code: 'OUT_OF_JURISDICTION',
      weighty: true,
      message: {
        zh: `本案移送机关为${policeOrganisation ?? '—'}`,
        en: `The case was transferred to ${policeOrganisation ?? 'nobody yet'}`,
      },
    };
  },
};
