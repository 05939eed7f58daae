import { dayOf } from '../../calendar/day';
import type { CaseFacts, CaseGuard } from '../../case/act';
import { isBarred } from '../../conduct/evolve';
import { covers } from '../../kernel/jurisdiction';
import type { Objection } from '../../kernel/act';
import type { Assignment } from '../evolve';
import type { TeamMember } from '../events';

type Found = Omit<Objection, 'rule'> | undefined;

/** Who comes onto the case by an act, and how the team stands after it. */
export interface Staffing<I> {
  readonly coming: (input: I) => readonly TeamMember[];
  readonly after: (input: I, now: readonly Assignment[]) => readonly TeamMember[];
}

const membersOf = ({ state }: CaseFacts): readonly Assignment[] => state.team?.members ?? [];

/** 行政处罚法 art. 42, 43 and W-82, for every act that puts somebody on the team or takes somebody off. */
export const staffed = <I>({ coming, after }: Staffing<I>): readonly CaseGuard<I>[] => [
  {
    rule: 'W-82',
    check: (_input, { actor, jurisdiction }): Found =>
      covers(actor.jurisdiction, jurisdiction)
        ? undefined
        : {
            code: 'OUT_OF_JURISDICTION',
            weighty: true,
            message: { zh: '办案组由案件所在地或其上级机关组建', en: 'The team is set up by the office of the place or by one above it' },
          },
  },
  {
    rule: 'W-82',
    check: (input, { actor }): Found => {
      const strangers = coming(input).filter((member) => !covers(actor.jurisdiction, member.jurisdiction));
      if (strangers.length === 0) return undefined;

      return {
        weighty: true,
        message: { zh: '只能指派本辖区的人员，请报上级机关指派', en: 'Appoint officers of your own area; ask the superior for others' },
        missing: strangers.map(({ name, jurisdiction }) => ({ zh: `${name}属${jurisdiction}`, en: `${name} is of ${jurisdiction}` })),
      };
    },
  },
  {
    rule: 'W-16',
    check: (input, { state }): Found => {
      const barred = coming(input).filter(({ person }) => isBarred(state, person));
      if (barred.length === 0) return undefined;

      return {
        weighty: true,
        message: { zh: '应当回避的人员不得办理本案', en: 'Who is recused from the case is not put on it' },
        missing: barred.map(({ name }) => ({ zh: `请另派人员代替${name}`, en: `another officer instead of ${name}` })),
      };
    },
  },
  {
    rule: 'W-82',
    check: (input, facts): Found => {
      const persons = after(input, membersOf(facts)).map(({ person }) => person);

      return new Set(persons).size === persons.length
        ? undefined
        : { code: 'INVALID_INPUT', message: { zh: '同一人员不得重复列入', en: 'A person is on the team once' } };
    },
  },
  {
    rule: 'APL-42',
    check: (input, facts): Found => {
      const certified = after(input, membersOf(facts)).filter(
        (member) => member.function === 'enforcementAgency' && member.certificateNo !== undefined,
      );
      if (certified.length >= 2) return undefined;

      return {
        message: { zh: '执法人员不得少于两人，并应具有行政执法资格', en: 'At least two officers, each with an enforcement certificate' },
        missing: [{ zh: `尚缺持证执法人员${2 - certified.length}人`, en: `${2 - certified.length} more certified officer(s)` }],
      };
    },
  },
];

/** It begins and ends, and does not end before it is decided. */
export const inTerm: CaseGuard<{ readonly from?: string; readonly until: string }> = {
  rule: 'W-82',
  check: ({ from, until }, { now }): Found =>
    dayOf(now) <= until && (from === undefined || from <= until)
      ? undefined
      : {
          code: 'INVALID_INPUT',
          message: { zh: '截止日不得早于起始日或今日', en: 'It ends no earlier than it begins, and not before today' },
        },
};
