import { FUNCTIONS, type OfficialFunction } from '@liuhen/workflows';
import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import { buildSchema } from './build';
import { FIELDS } from './authority';
import { masked, PERSONAL_NUMBERS } from './personal-numbers';

const schema = buildSchema();
const objects = Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => isObjectType(type));

const shown = (type: string, fn: OfficialFunction | null): unknown => {
  const found = schema.getType(type);
  const field = isObjectType(found) ? found.getFields()[PERSONAL_NUMBERS.field] : undefined;

  return field?.resolve?.({ certificateNo: '鲁H-03-1234' }, {}, { actor: fn === null ? null : { function: fn } }, undefined as never);
};

describe.each(PERSONAL_NUMBERS.types)('the number of a certificate in %s', (type) => {
  it.each(Object.keys(FUNCTIONS) as OfficialFunction[])('is whole for who needs it only: %s', (fn) => {
    expect(shown(type, fn)).toBe((FIELDS.certificateNo as readonly string[]).includes(fn) ? '鲁H-03-1234' : '鲁H********');
  });

  it('is masked for nobody in particular', () => expect(shown(type, null)).toBe('鲁H********'));
});

describe('an event as it was recorded', () => {
  const entry = schema.getType('TimelineEntry');
  const payload = isObjectType(entry) ? entry.getFields()['payload'] : undefined;
  const recorded = { payload: { officers: [{ person: 'li', name: '李一', certificateNo: '鲁H-03-1234' }], place: '总排口', count: 2 } };
  const told = (fn: OfficialFunction): unknown => payload?.resolve?.(recorded, {}, { actor: { function: fn } }, undefined as never);

  it('shows the numbers in it to who needs them only', () => {
    expect(told('enforcementAgency')).toEqual(recorded.payload);
    expect(told('policeAuthority')).toEqual({
      officers: [{ person: 'li', name: '李一', certificateNo: '鲁H********' }],
      place: '总排口',
      count: 2,
    });
  });

  it('is shown by one type of the contract', () => {
    expect(objects.filter((type) => type.getFields()['payload'] !== undefined).map(({ name }) => name)).toEqual(['TimelineEntry']);
  });
});

describe('a mask', () => {
  it('tells nothing of a short number, nor how short it is', () =>
    expect([masked('1'), masked('12'), masked('123')]).toEqual(['1**', '12**', '12**']));

  it('lies over every person of the contract who bears such a number', () => {
    const bearing = objects.filter(
      (type) => type.getFields()['person'] !== undefined && type.getFields()[PERSONAL_NUMBERS.field] !== undefined,
    );

    expect(bearing.map(({ name }) => name).sort()).toEqual([...PERSONAL_NUMBERS.types].sort());
    expect(
      objects
        .flatMap((type) => Object.values(type.getFields()))
        .filter(({ name, type }) => /idNumber|phone|mobile/i.test(name) && getNamedType(type).name === 'String'),
    ).toEqual([]);
  });
});
