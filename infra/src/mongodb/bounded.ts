import { AbstractCursor, Admin, Collection, type Db } from 'mongodb';

/** What a call comes to, or a fault where it takes too long. */
export type Bound = <T>(call: Promise<T>) => Promise<T>;

const asksServer = (given: unknown): given is object =>
  given instanceof Collection || given instanceof AbstractCursor || given instanceof Admin;

/**
 * The same database, each of whose answers comes within a bound. The driver (7.9) has none: where a connection is given up while a command
 * is being written to it, the driver waits for the room in its buffer for ever, whatever time limits were set.
 */
export const bounded = <T extends Db | object>(target: T, bound: Bound): T =>
  new Proxy(target, {
    get: (owner, name) => {
      const value: unknown = Reflect.get(owner, name, owner);
      if (typeof value !== 'function') return value;

      return (...given: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(value, owner, given);
        if (answer instanceof Promise) return bound(answer);

        return asksServer(answer) ? bounded(answer, bound) : answer;
      };
    },
  });
