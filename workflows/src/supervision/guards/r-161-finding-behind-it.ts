import type { Guard } from '../../kernel/act';
import type { SupervisionFinding } from '../events';
import type { SupervisionFile } from '../evolve';

interface Input {
  readonly findingIds: readonly string[];
  readonly kind?: string;
}

const FOR_CRITICISM: readonly SupervisionFinding[] = ['failureOfDuty', 'coverUp', 'dataFraud', 'fraudStandsOut'];

const restsOn = (state: SupervisionFile, findingIds: readonly string[], kinds: readonly SupervisionFinding[]): boolean =>
  findingIds.some((id) => state.findings.some((finding) => finding.id === id && kinds.includes(finding.kind)));

/** Gansu: circular criticism and public interview are for failure of duty, cover-up or fraud that was found. */
export const findingBehindIt: Guard<Input, SupervisionFile> = {
  rule: 'R-161',
  check: ({ findingIds, kind = 'circulatedCriticism' }, { state }) =>
    kind !== 'circulatedCriticism' || restsOn(state, findingIds, FOR_CRITICISM)
      ? undefined
      : {
          message: {
            zh: '通报批评和公开约谈应当以查明的履职不力、隐瞒包庇、弄虚作假为据',
            en: 'Criticism and public interview rest on failure of duty, cover-up or fraud on file',
          },
          missing: [{ zh: '督查发现', en: 'finding of the supervision' }],
        },
};

/** Changchun: the city interviews publicly where fraud stands out. */
export const fraudStandsOut: Guard<Input, SupervisionFile> = {
  rule: 'R-154',
  check: ({ findingIds }, { state }) =>
    restsOn(state, findingIds, ['fraudStandsOut'])
      ? undefined
      : {
          message: { zh: '公开约谈应当以弄虚作假问题突出为据', en: 'A public interview rests on a finding that fraud stands out' },
          missing: [{ zh: '弄虚作假问题突出的认定', en: 'finding that fraud stands out' }],
        },
};
