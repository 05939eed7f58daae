import { itemOf, type CaseGuard } from '../../case/act';
import { covers } from '../../kernel/jurisdiction';
import type { ClueStatus } from '../machine';
import type { CompetenceDisputeKind, Unit } from '../events';
import { isOf } from './w-01-receiver-answers';

const IN_HAND: readonly ClueStatus[] = ['received', 'disputed', 'accepted'];

interface Transfer {
  readonly problemIds: readonly string[];
  readonly competence?: boolean | undefined;
}

/** 办法 art. 16: who was given a matter because it is competent never transfers it on. */
export const neverOn: CaseGuard<Transfer> = {
  rule: 'MEP-16',
  check: ({ problemIds, competence }, { state, actor }) => {
    if (competence !== true) return undefined;
    const given = state.clues.find(
      (clue) =>
        clue.competence &&
        IN_HAND.includes(clue.status) &&
        isOf(actor, clue.to) &&
        clue.problemIds.some((each) => problemIds.includes(each)),
    );
    if (given === undefined) return undefined;

    return {
      weighty: true,
      message: {
        zh: '受移送的机关对管辖权有异议的，应报请共同的上级机关指定管辖，不得再自行移送',
        en: 'Who received a matter by competence and disagrees asks the common superior, and never transfers on',
      },
      missing: [{ zh: '共同上级机关的指定管辖', en: 'designation by the common superior' }],
    };
  },
};

/** A matter given by competence is not sent back either. */
export const notSentBack: CaseGuard<{ readonly clueId: string }> = {
  rule: 'MEP-16',
  check: ({ clueId }, { state }) => {
    const { competence, designated } = itemOf(state.clues, clueId);
    if (!competence && !designated) return undefined;

    return {
      message: designated
        ? { zh: '指定管辖的案件不得退回', en: 'What the superior designated is not returned' }
        : {
            zh: '对管辖移送有异议的，应报请共同的上级机关指定管辖',
            en: 'Who disagrees with a transfer by competence asks the common superior',
          },
      missing: [{ zh: '报请指定管辖', en: 'a request for designation' }],
    };
  },
};

interface Dispute {
  readonly clueId: string;
  readonly kind: CompetenceDisputeKind;
  readonly negotiation?: string | undefined;
  readonly superiorJurisdiction: string;
}

const stands = (area: string, above: readonly string[]): boolean => above.every((each) => each !== area && covers(area, each));

/** The one asked stands above both. */
export const commonSuperior: CaseGuard<Dispute> = {
  rule: 'MEP-16',
  check: ({ clueId, superiorJurisdiction }, { state }) => {
    const { from, to } = itemOf(state.clues, clueId);
    if (stands(superiorJurisdiction, [from.jurisdiction, to.jurisdiction])) return undefined;

    return {
      message: { zh: '应报请移送机关与受移送机关共同的上级机关', en: 'The one to ask is the common superior of both authorities' },
      missing: [{ zh: '共同的上级机关', en: 'the common superior' }],
    };
  },
};

/** 办法 art. 14: where several are competent they try to agree before they ask. */
export const agreementTried: CaseGuard<Dispute> = {
  rule: 'MEP-14',
  check: ({ kind, negotiation }) =>
    kind === 'bothCompetent' && negotiation === undefined
      ? {
          message: { zh: '数机关均有管辖权的，应先行协商', en: 'Several competent authorities try to agree first' },
          missing: [{ zh: '协商情况', en: 'how they tried to agree' }],
        }
      : undefined,
};

/** 办法 art. 15: a designation binds; there is no second dispute. */
export const notDesignated: CaseGuard<{ readonly clueId: string }> = {
  rule: 'MEP-15',
  check: ({ clueId }, { state }) =>
    itemOf(state.clues, clueId).designated
      ? { weighty: true, message: { zh: '已由上级指定管辖，不得再提异议', en: 'The superior has designated; it is not disputed again' } }
      : undefined,
};

/** 办法 art. 15: the superior of all three designates. */
export const superiorDesignates: CaseGuard<{ readonly clueId: string; readonly to: Unit }> = {
  rule: 'MEP-15',
  check: ({ clueId, to }, { state, actor }) => {
    const clue = itemOf(state.clues, clueId);
    if (stands(actor.jurisdiction, [clue.from.jurisdiction, clue.to.jurisdiction, to.jurisdiction])) return undefined;

    return {
      code: 'NOT_COMPETENT',
      weighty: true,
      message: { zh: '仅共同的上级机关可以指定管辖', en: 'Only the common superior designates the competent authority' },
    };
  },
};
