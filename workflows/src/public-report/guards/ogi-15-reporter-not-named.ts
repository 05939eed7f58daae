import { holdsIdentityNumber } from '../../disclosure/guards/ogi-15-no-identity-number';
import type { Guard } from '../../kernel/act';

const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/;

interface Input {
  readonly content: string;
  readonly anonymous: boolean;
  readonly sealedReporter?: string | undefined;
  readonly reporter?: unknown;
}

/** O-39: what would tell who reported goes into the sealed store, never into the text. */
export const reporterNotNamed: Guard<Input, unknown> = {
  rule: 'OGI-15',
  check: ({ content, anonymous, sealedReporter, reporter }) => {
    if (anonymous && (sealedReporter !== undefined || reporter !== undefined)) {
      return { message: { zh: '匿名举报不得登记举报人身份', en: 'An anonymous report keeps no identity' } };
    }

    return holdsIdentityNumber(content) || MOBILE.test(content)
      ? {
          message: {
            zh: '内容含有身份证号码或手机号码，请删除；举报人信息应当密封保存',
            en: 'The text holds an identity or mobile number; remove it, the reporter is kept sealed',
          },
        }
      : undefined;
  },
};
