import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTS } from '@liuhen/workflows';
import { VIEWS } from './authority';
import { buildSchema, printedSchema } from './build';

const fieldsOf = (type: { getFields(): object } | null | undefined): readonly string[] => Object.keys(type?.getFields() ?? {}).sort();

describe('the contract', () => {
  const schema = buildSchema();

  it('in git is the one that is served; else run npm run schema:print', () => {
    expect(readFileSync(join(__dirname, '..', 'schema.graphql'), 'utf8')).toBe(printedSchema());
  });

  it('has one row of authority for each question and each subscription', () => {
    const asked = [...fieldsOf(schema.getQueryType()), ...fieldsOf(schema.getSubscriptionType())].sort();

    expect(Object.keys(VIEWS).sort()).toEqual(asked);
  });

  it('has one mutation for each act and no other', () => {
    expect(fieldsOf(schema.getMutationType())).toEqual(ACTS.flatMap(({ acts }) => acts.map((act) => act.name)).sort());
  });
});
