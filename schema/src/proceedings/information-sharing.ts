import { SHARING_RECIPIENTS, type InformationSharing } from '@liuhen/workflows';
import { enumType } from '../enums';
import { itemType, many, one } from '../item-types';

export const InformationSharingType = itemType<InformationSharing>('InformationSharing', '案件信息共享 / information shared', {
  problemId: one('ID'),
  recipients: many(enumType('SharingRecipient', SHARING_RECIPIENTS)),
  channel: one('String'),
  content: one('String'),
  on: one('PartialDate'),
});
