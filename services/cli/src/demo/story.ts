import type { Outcome, Words } from './client';

/** Where the story goes: a screen, or nowhere when only the summary is wanted. */
export interface Story {
  chapter(words: Words): void;
  line(words: Words): void;
  outcome(act: Words, outcome: Outcome): void;
}

const told = (outcome: Outcome): Words => {
  switch (outcome.__typename) {
    case 'Receipt': {
      const more = outcome.repeated ? ['（重复提交，未再写入）', ' (repeated, nothing written)'] : ['', ''];
      const warned = outcome.warnings.map((each) => each.rule).join(', ');

      return {
        zh: `已登记 ${outcome.eventTypes.join('、')}${more[0] ?? ''}${warned === '' ? '' : `，警示：${warned}`}`,
        en: `recorded at position ${outcome.position}${more[1] ?? ''}`,
      };
    }
    case 'Refusal':
      return {
        zh: `不予办理〔${outcome.rule}〕${outcome.message.zh}；依据：${outcome.citation}${outcome.missing.map((each) => `；缺：${each.zh}`).join('')}`,
        en: `refused: ${outcome.message.en}${outcome.missing.map((each) => `; missing: ${each.en}`).join('')}`,
      };
    case 'Conflict':
      return { zh: `版本冲突，当前 ${outcome.currentRevision}`, en: 'conflict' };
    case 'InvalidInput':
      return {
        zh: `${outcome.message.zh}：${outcome.fields.map((each) => `${each.path} ${each.message.zh}`).join('；')}`,
        en: outcome.message.en,
      };
    case 'Denied':
      return { zh: `无权办理〔${outcome.rule}〕${outcome.message.zh}`, en: outcome.message.en };
  }
};

export const printedStory = (print: (line: string) => void): Story => ({
  chapter: ({ zh, en }) => print(`\n■ ${zh}\n  ${en}`),
  line: ({ zh, en }) => print(`  · ${zh}\n    ${en}`),
  outcome: (act, outcome) => {
    const { zh, en } = told(outcome);
    print(`  · ${act.zh}：${zh}\n    ${act.en}: ${en}`);
  },
});

export const silentStory: Story = { chapter: () => undefined, line: () => undefined, outcome: () => undefined };
