import type { Guard } from '../../kernel/act';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

const isDay = (digits: string): boolean => {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];

  return year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
};

/** GB 11643: area, birthday, sequence and check digit; what merely looks like one is a credit code or a document number. */
const isIdentityNumber = (candidate: string): boolean => {
  if (!isDay(candidate.slice(6, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(candidate[at]), 0);

  return CHECK[sum % 11] === candidate[17]?.toUpperCase();
};

/** Is a citizen's identity number written out somewhere in it? Spaces and dashes within the number do not hide it. */
export const holdsIdentityNumber = (text: string): boolean => {
  const plain = text.replace(/(?<=\d)[\s-]+(?=[\dXx])/g, '');

  return [...plain.matchAll(/(?<!\d)(?=(\d{17}[\dXx])(?!\d))/g)].some(([, candidate = '']) => isIdentityNumber(candidate));
};

interface Published {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly summary?: string | undefined;
  readonly content?: string | undefined;
}

/** O-24: a name where the law allows it, an identity number never. */
export const noIdentityNumber: Guard<Published, unknown> = {
  rule: 'OGI-15',
  check: ({ title = '', text = '', summary = '', content = '' }) =>
    [title, text, summary, content].some(holdsIdentityNumber)
      ? {
          message: {
            zh: '文本含有居民身份证号码，不得公开，请删除',
            en: 'The text holds an identity number, which is never published; remove it',
          },
        }
      : undefined,
};
