import { INVOLVEMENTS, RESPONSIBLE_POSTS, type ResponsiblePerson } from '@liuhen/workflows';
import { enumType } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

export const ResponsiblePersonType = itemType<ResponsiblePerson>('ResponsiblePerson', '责任人员 / responsible person', {
  problemIds: many('ID'),
  partyId: one('ID'),
  person: maybe('ID'),
  name: one('String'),
  post: one(enumType('ResponsiblePost', RESPONSIBLE_POSTS)),
  involvement: one(enumType('Involvement', INVOLVEMENTS)),
  facts: one('String'),
});
