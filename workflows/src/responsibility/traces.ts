import type { TraceRule } from '../trace/rule';
import { RESPONSIBLE_POSTS, type ResponsibilityEvent } from './events';

type Named = ResponsibilityEvent['payload'];

const named = (payload: unknown): Named => payload as Named;

/** Who answers for a problem beside the unit. A person of no register is tied by name. */
export const responsibilityTraces: readonly TraceRule[] = [
  {
    id: 'responsiblePerson',
    rules: ['R-134', 'R-118', 'R-125', 'CODE-1088', 'W-13'],
    title: { zh: '直接负责的主管人员和其他责任人员', en: 'the directly responsible manager and other responsible persons' },
    ties: {
      ResponsiblePersonNamed: (payload) => {
        const { person, name, post, problemIds } = named(payload);

        return problemIds.map((id) => ({
          whom: { kind: 'person' as const, id: person ?? name, name },
          role: post,
          what: `${id}：${RESPONSIBLE_POSTS[post]}`,
        }));
      },
    },
  },
  {
    id: 'legalRepresentative',
    rules: ['R-135'],
    title: {
      zh: '法定代表人强令、指使、授意、默许弄虚作假的责任',
      en: 'a legal representative who coerced, instigated, suggested or tolerated fraud',
    },
    ties: {
      ResponsiblePersonNamed: (payload) => {
        const { person, name, post, involvement, problemIds } = named(payload);
        if (post !== 'legalRepresentative' || involvement === 'execution') return [];

        return problemIds.map((id) => ({
          whom: { kind: 'person' as const, id: person ?? name, name },
          role: 'legalRepresentative',
          what: id,
          tags: { involvement },
        }));
      },
    },
  },
];
