import type { Guard } from '../../kernel/act';
import type { OfficialFunction } from '../../kernel/codes';

interface Input {
  readonly serious?: boolean | undefined;
  readonly to: { readonly function: OfficialFunction };
}

/** Gansu: discipline inspection takes serious cases; that it is serious is a human finding (O-18). */
export const seriousForDiscipline: Guard<Input, unknown> = {
  rule: 'R-162',
  check: ({ serious, to }) =>
    to.function === 'disciplineInspection' && serious !== true
      ? {
          message: {
            zh: '情节严重的方移交纪检监察部门；请载明情节严重，或以通报批评、公开约谈处理',
            en: 'Discipline inspection takes serious cases; find it serious, or criticise and interview publicly',
          },
        }
      : undefined,
};
