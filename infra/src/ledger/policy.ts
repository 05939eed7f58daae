import { LiuhenError } from '@liuhen/workflows';
import { cosignedAt } from './checkpoint';
import { parseVerifier, type Note, type Verifier } from './note';

export interface Witness {
  readonly name: string;
  readonly verifier: Verifier;
  /** Submission prefix, null where the policy is for checking only. */
  readonly url: string | null;
}

/** C2SP tlog-policy: whose signatures make a checkpoint good. */
export interface WitnessPolicy {
  readonly logs: readonly Verifier[];
  readonly witnesses: readonly Witness[];
  /** Names of witnesses that cosigned → whether they suffice. */
  readonly isMetBy: (cosigners: ReadonlySet<string>) => boolean;
  /** In words of the policy file, e.g. `quorum none`. */
  readonly quorum: string;
}

type Test = (cosigners: ReadonlySet<string>) => boolean;

const LIMIT = 32;

class PolicyReader {
  readonly logs: Verifier[] = [];
  readonly witnesses: Witness[] = [];
  readonly #tests = new Map<string, Test>();
  readonly #members = new Set<string>();
  #quorum: string | undefined;

  take(line: string): void {
    const [word = '', ...rest] = line.split(/[ \t]+/);
    switch (word) {
      case 'log':
        return this.#log(rest);
      case 'witness':
        return this.#witness(rest);
      case 'group':
        return this.#group(rest);
      case 'quorum':
        return this.#setQuorum(rest);
      default:
        throw new RangeError(`${word}: log, witness, group or quorum expected`);
    }
  }

  done(): WitnessPolicy {
    const quorum = this.#quorum;
    if (quorum === undefined) throw new RangeError('no quorum line');
    const { logs, witnesses } = this;

    return { logs, witnesses, quorum, isMetBy: quorum === 'none' ? () => true : this.#test(quorum) };
  }

  #log([vkey = '']: readonly string[]): void {
    const verifier = parseVerifier(vkey);
    if (verifier.role !== 'log') throw new RangeError(`${verifier.name} is not a log's key`);
    this.logs.push(verifier);
  }

  #witness([name = '', vkey = '', url]: readonly string[]): void {
    const verifier = parseVerifier(vkey);
    if (verifier.role !== 'cosigner') throw new RangeError(`${name} has no key of a cosigner`);
    if (this.witnesses.some((each) => each.verifier.vkey.split('+')[2] === vkey.split('+')[2])) {
      throw new RangeError(`${name}: two witnesses with one key are one witness`);
    }
    if (this.witnesses.length >= LIMIT) throw new RangeError(`more than ${LIMIT} witnesses`);
    this.witnesses.push({ name, verifier, url: url ?? null });
    this.#define(name, (cosigners) => cosigners.has(name));
  }

  #group([name = '', threshold = '', ...members]: readonly string[]): void {
    const tests = members.map((member) => {
      if (this.#members.has(member)) throw new RangeError(`${member} is counted twice`);
      this.#members.add(member);

      return this.#test(member);
    });
    const least = { any: 1, all: members.length }[threshold] ?? Number(/^[1-9]\d*$/.test(threshold) ? threshold : 0);
    if (least < 1 || least > members.length) throw new RangeError(`${name}: between 1 and ${members.length} expected`);
    this.#define(name, (cosigners) => tests.filter((test) => test(cosigners)).length >= least);
  }

  #setQuorum([name = '']: readonly string[]): void {
    if (this.#quorum !== undefined) throw new RangeError('more than one quorum line');
    if (name !== 'none') this.#test(name);
    this.#quorum = name;
  }

  #define(name: string, test: Test): void {
    if (name === '' || name === 'none' || this.#tests.has(name)) throw new RangeError(`the name "${name}" is taken`);
    this.#tests.set(name, test);
  }

  #test(name: string): Test {
    const test = this.#tests.get(name);
    if (test === undefined) throw new RangeError(`${name} is not defined above`);

    return test;
  }
}

/** Reads a policy file; throws `CONFIG_INVALID` with the line. */
export const parsePolicy = (text: string): WitnessPolicy => {
  const reader = new PolicyReader();
  const lines = text.split('\n').map((line) => line.trim());
  for (const [at, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    try {
      reader.take(line);
    } catch (cause) {
      throw new LiuhenError('CONFIG_INVALID', `witness policy, line ${at + 1}: ${cause instanceof Error ? cause.message : ''}`, { cause });
    }
  }
  try {
    return reader.done();
  } catch (cause) {
    throw new LiuhenError('CONFIG_INVALID', `witness policy: ${cause instanceof Error ? cause.message : ''}`, { cause });
  }
};

/** No witness asked, none needed. */
export const NO_WITNESSES: WitnessPolicy = { logs: [], witnesses: [], quorum: 'none', isMetBy: () => true };

/** Names of those witnesses of the policy whose cosignature on the checkpoint holds, with the second it was given. */
export const cosignersOf = (note: Note, witnesses: readonly Witness[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const { name, verifier } of witnesses) {
    const at = cosignedAt(note, verifier);
    if (at !== undefined) found.set(name, at);
  }

  return found;
};
