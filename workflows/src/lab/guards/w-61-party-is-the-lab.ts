import type { Guard } from '../../kernel/act';

/** Whoever is monitored does not monitor itself under the name of a commissioned lab. */
export const partyIsNotTheLab = <I, S>(
  rule: 'R-077' | 'R-034' | 'W-61',
  pair: (input: I, subject: string) => readonly [party: string | undefined, lab: string | undefined],
): Guard<I, S> => ({
  rule,
  check: (input, { subject }) => {
    const [party, lab] = pair(input, subject);
    if (party === undefined || party !== lab) return undefined;

    return {
      code: 'INVALID_INPUT',
      weighty: false,
      message: {
        zh: `${lab}既是被监测单位又是监测机构，不得自行受托监测`,
        en: `${lab} is both the party and the lab: nobody is commissioned to monitor itself`,
      },
      missing: [{ zh: '与被监测单位不同的监测机构', en: 'a lab other than the party itself' }],
    };
  },
});
