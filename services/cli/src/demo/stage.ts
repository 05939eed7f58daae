import { ACTS } from '@liuhen/workflows';
import { Office, subscribe, type ActCall, type Outcome, type Subscription } from './client';
import { ROLES, type Role } from './people';
import type { Story } from './story';

export interface StageOptions {
  readonly graphql: string;
  readonly websocket: string;
  readonly tokens: Readonly<Record<Role, string>>;
  readonly story: Story;
}

export interface Refused {
  readonly rule: string;
  readonly code: string;
}

type Receipt = Extract<Outcome, { __typename: 'Receipt' }>;

const titleOf = (act: string) => ACTS.flatMap(({ acts }) => acts).find((each) => each.name === act)?.title ?? { zh: act, en: act };

/** Everyone's desk, and what has been done on it so far. */
export class Stage {
  readonly refusals: Refused[] = [];
  acts = 0;
  /** Position of the last receipt, for queries that must show what was just done. */
  position = '0';
  readonly #offices: Readonly<Record<Role, Office>>;
  #keys = 0;

  constructor(private readonly options: StageOptions) {
    this.#offices = Object.fromEntries(ROLES.map((role) => [role, new Office(options.graphql, options.tokens[role])])) as Record<
      Role,
      Office
    >;
  }

  get story(): Story {
    return this.options.story;
  }

  office(role: Role): Office {
    return this.#offices[role];
  }

  subscribe<T>(role: Role, query: string): Subscription<T> {
    return subscribe<T>(this.options.websocket, this.options.tokens[role], query);
  }

  /** An act that has to succeed; the story ends with an error where it does not. */
  async do(role: Role, act: string, call: Omit<ActCall, 'key'> & { readonly key?: string }): Promise<Receipt> {
    const outcome = await this.#perform(role, act, call);
    if (outcome.__typename !== 'Receipt') throw new Error(`${act}: ${JSON.stringify(outcome)}`);
    if (!outcome.repeated) this.acts += 1;
    this.position = outcome.position;

    return outcome;
  }

  /** An act that has to be refused. */
  async attempt(role: Role, act: string, call: Omit<ActCall, 'key'>): Promise<Refused> {
    const outcome = await this.#perform(role, act, call);
    if (outcome.__typename !== 'Refusal' && outcome.__typename !== 'Denied')
      throw new Error(`${act} was not refused: ${JSON.stringify(outcome)}`);
    const refused = { rule: outcome.rule, code: outcome.code };
    this.refusals.push(refused);

    return refused;
  }

  async #perform(role: Role, act: string, call: Omit<ActCall, 'key'> & { readonly key?: string }): Promise<Outcome> {
    this.#keys += 1;
    const outcome = await this.office(role).act(act, { ...call, key: call.key ?? `demo-${this.#keys}` });
    this.story.outcome(titleOf(act), outcome);

    return outcome;
  }
}
