import type { Facts, Guard } from '../../kernel/act';
import type { EnvironmentalInformation } from '../events';
import type { PublicationLedger } from '../evolve';
import type { OfficialFunction } from '../../kernel/codes';

interface Input {
  readonly kind: EnvironmentalInformation;
  readonly agreementNo?: string | undefined;
  readonly reference?: string | undefined;
}

const ENVIRONMENTAL: readonly OfficialFunction[] = ['authorityHead', 'enforcementAgency', 'monitoringUnit', 'monitoringControlCentre'];

const isDepartment = ({ actor }: Facts<PublicationLedger>): boolean => !ENVIRONMENTAL.includes(actor.function);

/** GB/T 2260: a city ends in `00`, a province in `0000`, a county in neither. */
const isMunicipal = ({ actor }: Facts<PublicationLedger>): boolean => /(?<!00)00$/.test(actor.jurisdiction);

/** the municipal environmental department publishes for the whole city; no county branch, and no other department for major information. */
export const municipalOnly: Guard<Input, PublicationLedger> = {
  rule: 'R-172',
  check: ({ kind }, facts) => {
    const allowed = isDepartment(facts) ? kind === 'environmentalQuality' : isMunicipal(facts);

    return allowed
      ? undefined
      : {
          message: {
            zh: '全市环境质量和其他重大环境信息由市生态环境主管部门统一发布',
            en: 'Environmental quality and major information of the city is published by the municipal environmental department only',
          },
        };
  },
};

/** another department publishes environmental quality by agreement, or from what was published already. */
export const agreedOrReferred: Guard<Input, PublicationLedger> = {
  rule: 'R-173',
  check: ({ kind, agreementNo, reference }, facts) =>
    !isDepartment(facts) || kind !== 'environmentalQuality' || agreementNo !== undefined || reference !== undefined
      ? undefined
      : {
          message: {
            zh: '其他部门发布环境质量信息，应与市生态环境主管部门协商一致或采用其已公开发布的信息',
            en: 'Another department needs a recorded agreement, or refers to what the environmental department published',
          },
          missing: [{ zh: '协商一致的文号或已公开信息的出处', en: 'number of the agreement, or the published source' }],
        },
};
