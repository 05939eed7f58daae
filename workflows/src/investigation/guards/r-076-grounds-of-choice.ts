import type { CaseGuard } from '../../case/act';

/** Full certification, strong ability, good credit: the grounds of the choice stand on file. */
export const groundsOfChoice: CaseGuard<{ readonly grounds?: string | undefined }> = {
  rule: 'R-076',
  check: ({ grounds }) =>
    grounds === undefined
      ? {
          message: {
            zh: '应委托资质全、能力强、信用好的机构，并留存依据',
            en: 'The lab is fully certified, able and of good credit, and the grounds are on file',
          },
          missing: [{ zh: '资质、能力、信用依据', en: 'grounds: certification, ability, credit' }],
        }
      : undefined,
};
