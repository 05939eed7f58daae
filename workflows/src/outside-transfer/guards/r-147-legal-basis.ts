import type { CaseGuard } from '../../case/act';
import type { CaseFile } from '../../case/state';

/** A text of law is named by its title in 《》. */
const NAMES_A_TEXT = /《[^》]+》/;

interface Input {
  readonly legalBasis: string;
}

/** handling a tampering of a lab or operator names the text of law that it rests on. */
export const legalBasisNamed = <I extends Input>(isAboutFraudOfService: (input: I, file: CaseFile) => boolean): CaseGuard<I> => ({
  rule: 'R-147',
  check: (input, { state }) => {
    if (!isAboutFraudOfService(input, state) || NAMES_A_TEXT.test(input.legalBasis)) return undefined;

    return {
      message: {
        zh: '对检验检测机构、运维机构篡改伪造监测数据的处理或移送，应写明法律法规名称',
        en: 'Handling or transfer of a tampering by a lab or operator names the text of law',
      },
      missing: [{ zh: '《…》形式的法律法规名称', en: 'title of the law, in 《》' }],
    };
  },
});
