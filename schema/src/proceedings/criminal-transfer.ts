import { JUDGMENT_OUTCOMES, type CriminalTransfer, type Judgment } from '@liuhen/workflows';
import { NamedPersonType } from '../common-types';
import { CriminalTransferStatusEnum, enumType } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

const JudgmentType = itemType<Judgment>('Judgment', '刑事判决 / criminal judgment', {
  court: one('String'),
  outcome: one(enumType('JudgmentOutcome', JUDGMENT_OUTCOMES)),
  judgedOn: one('PartialDate'),
});

export const CriminalTransferType = itemType<CriminalTransfer>('CriminalTransfer', '涉嫌犯罪移送 / criminal transfer', {
  id: one('ID'),
  status: one(CriminalTransferStatusEnum),
  problemIds: many('ID'),
  suspectedCrime: one('String'),
  legalBasis: one('String'),
  proposers: many(NamedPersonType),
  letterNo: maybe('String'),
  policeOrganisation: maybe('String'),
  policeJurisdiction: maybe('String'),
  sentAt: maybe('DateTime'),
  copiedToProcuratorate: one('Boolean'),
  noticeNo: maybe('String'),
  declineReasons: maybe('String'),
  declinedOn: maybe('PartialDate'),
  judgments: many(JudgmentType),
});
