import { dayOf, earliest, knownOr } from '../../calendar';
import type { Guard } from '../../kernel/act';
import { banOn } from '../state';

/** A person in a role of the work, as an act names one. */
export interface Named {
  readonly person: string;
  readonly name: string;
}

/** The day of the work, and who is named in which role. */
interface Spec<I> {
  readonly named: (input: I) => Readonly<Record<string, Named | undefined>>;
  /** Day of the work, or a moment of it; absent for the day of the act. */
  readonly day?: (input: I) => string | undefined;
}

const ROLES: Readonly<Record<string, string>> = {
  sampler: '采样人员',
  analyst: '分析人员',
  reviewer: '审核人员',
  signatory: '授权签字人',
  operator: '运维人员',
  keeper: '设备管理人',
};

const barred = <I, S>(rule: 'R-122' | 'MON-45', { named, day }: Spec<I>): Guard<I, S> => ({
  rule,
  check: (input, { registers, occurredAt }) => {
    const moment = knownOr(day?.(input) ?? occurredAt, occurredAt);
    const on = moment.length > 10 ? dayOf(moment) : earliest(moment);
    const banned = Object.entries(named(input)).flatMap(([role, person]) => {
      const ban = person === undefined ? undefined : banOn(registers.person(person.person), on);

      return person === undefined || ban === undefined ? [] : [{ role, person, ban }];
    });
    if (banned.length === 0) return undefined;
    const zh = banned.map(
      ({ role, person, ban }) =>
        `${ROLES[role] ?? role}${person.name}（${ban.orderedBy}决定，自${ban.from}起${ban.until === null ? '终身' : `至${ban.until}`}）`,
    );

    return {
      weighty: true,
      message: {
        zh: `从业禁止期内的人员不得从事监测工作：${zh.join('；')}`,
        en: `Barred from monitoring work on ${on}: ${banned.map(({ role, person }) => `${role} ${person.name}`).join(', ')}`,
      },
      missing: banned.map(({ role }) => ({ zh: `未被禁止从业的${ROLES[role] ?? role}`, en: `a ${role} who is not barred` })),
    };
  },
});

/** Nobody under a practitioner ban on the day of the work is named in a role of it: R-122 in Changchun, MON-45 everywhere since 2026. */
export const notBanned = <I, S>(spec: Spec<I>): readonly [Guard<I, S>, Guard<I, S>] => [barred('MON-45', spec), barred('R-122', spec)];

/** Ids of the persons an act names, for its needs. */
export const idsOf = (named: Readonly<Record<string, Named | undefined>>): readonly string[] =>
  Object.values(named).flatMap((each) => (each === undefined ? [] : [each.person]));
