import type { Connection } from '@liuhen/projections';
import { Field, ObjectType } from 'type-graphql';
import { PageInfoType } from './common-types';

const simpleResolvers = true;

type Class<T> = new () => T;

/** A page in the Relay form, `<Name>Connection` with `<Name>Edge`. */
export const connectionOf = <T extends object>(name: string, node: Class<T>): Class<Connection<T>> => {
  @ObjectType(`${name}Edge`, { simpleResolvers })
  class Edge {
    @Field(() => String) readonly cursor!: string;
    @Field(() => node) readonly node!: T;
  }
  @ObjectType(`${name}Connection`, { simpleResolvers })
  class Page implements Connection<T> {
    @Field(() => [Edge]) readonly edges!: readonly Edge[];
    @Field(() => PageInfoType) readonly pageInfo!: PageInfoType;
  }

  return Page;
};
