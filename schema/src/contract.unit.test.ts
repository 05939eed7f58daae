import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTS } from '@liuhen/workflows';
import { VIEWS } from './authority';
import { authorityPage, reachablePage } from './authority-page';
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

  it('reaches each function no further than the list in git; else run npm run docs:authority and look at what widened', () => {
    expect(readFileSync(join(__dirname, '..', 'reachable.txt'), 'utf8')).toBe(reachablePage(schema));
  });

  it('is explained to the security officer by the table that decides; else run npm run docs:authority', () => {
    expect(readFileSync(join(__dirname, '..', '..', 'docs', 'authority.md'), 'utf8')).toBe(authorityPage());
  });
});
