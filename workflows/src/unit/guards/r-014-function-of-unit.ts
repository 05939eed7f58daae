import type { Guard } from '../../kernel/act';
import { FUNCTIONS, type OfficialFunction } from '../../kernel/codes';
import { levelOf } from '../../kernel/jurisdiction';
import type { CountyUnitMode } from '../events';

interface Mode {
  readonly mode: CountyUnitMode;
  readonly functions: readonly OfficialFunction[];
}

/** The mode is one of a county unit; a joined one names at least two functions. */
export const countyMode: Guard<Mode, unknown> = {
  rule: 'R-014',
  check: ({ mode, functions }, { jurisdiction }) => {
    if (levelOf(jurisdiction) !== 'county') {
      return { message: { zh: '运行模式仅为县区级单位设定', en: 'The mode is set for a county unit only' } };
    }
    if (mode === 'separate' || new Set(functions).size >= 2) return undefined;

    return {
      message: { zh: '合一运行的单位应列明其所行使的各项职能', en: 'A joined unit names each function that it acts in' },
      missing: [{ zh: '至少两项职能', en: 'at least two functions' }],
    };
  },
};

/** An event of a joined unit states in which function it acted: one of those that the unit was given. */
export const functionOfUnit: Guard<unknown, unknown> = {
  rule: 'R-014',
  check: (_input, { actor, registers }) => {
    const unit = registers.unit(actor.jurisdiction);
    if (unit.status === 'unknown' || unit.mode === null || unit.mode === 'separate' || unit.functions.includes(actor.function)) {
      return undefined;
    }

    return {
      code: 'NOT_COMPETENT',
      weighty: true,
      message: {
        zh: `${unit.name}未被赋予${FUNCTIONS[actor.function]}职能`,
        en: `${unit.name} was not given the function ${actor.function}`,
      },
      missing: unit.functions.map((each) => ({ zh: `可行使：${FUNCTIONS[each]}`, en: `may act as: ${each}` })),
    };
  },
};
