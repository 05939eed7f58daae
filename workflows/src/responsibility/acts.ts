import { z } from 'zod';
import { caseAct, whole } from '../case/act';
import { enumOf, id, list, text } from '../kernel/input';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { registeredParty } from '../problem/guards/w-06-registered-party';
import { INVOLVEMENTS, RESPONSIBLE_POSTS } from './events';

export const nameResponsiblePerson = caseAct({
  name: 'nameResponsiblePerson',
  title: { zh: '登记责任人员', en: 'Name a responsible person' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    problemIds: list(id('问题编号', 'problem id'), '所涉问题', 'problems it is about', { min: 1 }),
    partyId: id('所属当事人编号', 'id of the party the person belongs to'),
    person: id('人员身份号（不明则不填）', 'person id, empty where not known').optional(),
    name: text('姓名', 'name', 60),
    post: enumOf('ResponsiblePost', RESPONSIBLE_POSTS, { zh: '身份', en: 'post' }),
    involvement: enumOf('Involvement', INVOLVEMENTS, { zh: '参与方式', en: 'mode of involvement' }),
    facts: text('事实', 'facts'),
  }),
  basis: ['R-118', 'R-134', 'R-135', 'CODE-1088'],
  targets: (file) => whole(file.investigation.status !== 'notOpened'),
  outOfTurn: {
    rule: 'W-02',
    message: { zh: '开展调查后方可登记责任人员', en: 'Responsible persons are named once the investigation is open' },
    missing: [{ zh: '正在进行的调查', en: 'an investigation' }],
  },
  needs: ({ partyId }) => ({ parties: [partyId] }),
  guards: [knownProblems, registeredParty],
  events: ({ person, ...input }) => [{ type: 'ResponsiblePersonNamed', payload: { ...input, person: person ?? null } }],
});

export const responsibilityActs = [nameResponsiblePerson] as const;
