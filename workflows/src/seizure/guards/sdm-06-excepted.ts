import type { CaseGuard } from '../../case/act';

/** Order 29 art. 6: public facilities, basic livelihood and production safety are spared. */
export const sparesThePublic: CaseGuard<{ readonly servesThePublic: boolean }> = {
  rule: 'SDM-06',
  check: ({ servesThePublic }) =>
    servesThePublic
      ? {
          weighty: true,
          message: {
            zh: '城镇污水处理、垃圾处理、危险废物处置等公共设施，基本民生或者安全设施不实施查封、扣押',
            en: 'Public facilities, and what serves basic livelihood or safety, are not seized',
          },
        }
      : undefined,
};
