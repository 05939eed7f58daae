import fc from 'fast-check';
import { blockersOfCase, evolveSubject, initialSubject, isObjection, ruleById, type Decision, type Refusal } from '@liuhen/workflows';
import { CASE_ACTS, Matter } from './testing/walk';

const picks = fc.array(fc.noBias(fc.nat(1_000_000)), { minLength: 1, maxLength: 50 });

const walked = (path: readonly number[]): Matter => {
  const matter = new Matter(path[0]);
  for (const pick of path) {
    matter.any(pick);
    if (pick % 20 === 0) matter.windUp(pick);
  }

  return matter;
};

const refusalsOf = (decisions: readonly Decision[]): readonly Refusal[] =>
  decisions.flatMap((decision) => (decision.kind === 'refusal' ? [decision] : []));

const insistOnWords = ({ zh, en }: { readonly zh: string; readonly en: string }): void => {
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).toMatch(/[A-Za-z]{2}/);
};

/** A refusal names its rule, quotes where it stands, and says in both languages what is the matter and what is missing. */
const insistOnDress = (refusal: Refusal): void => {
  expect(ruleById(refusal.rule).id).toBe(refusal.rule);
  expect(refusal.citation).toContain('《');
  expect(refusal.code).toMatch(/^[A-Z_]+$/);
  [refusal.message, ...refusal.missing].forEach(insistOnWords);
};

describe('any history of acts', () => {
  it('explains every refusal: rule, citation, and what is the matter in both languages', () => {
    fc.assert(
      fc.property(picks, (path) => {
        refusalsOf(walked(path).steps.map(({ decision }) => decision)).forEach(insistOnDress);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves every act that is out of its turn refused, with the explanation, wherever it has led', () => {
    fc.assert(
      fc.property(picks, (path) => {
        const matter = walked(path);
        const early = CASE_ACTS.filter((act) => matter.targetsOf(act).length === 0);
        const decisions = early.map((act) => matter.ask(act.name, `${act.target ?? ''}-nowhere`, path[0] ?? 0));

        expect(decisions.filter(({ kind }) => kind !== 'refusal')).toEqual([]);
        refusalsOf(decisions).forEach(insistOnDress);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses an act on an item that does not stand at that step', () => {
    fc.assert(
      fc.property(picks, (path) => {
        const matter = walked(path);
        const named = CASE_ACTS.filter(({ target }) => target !== null);
        const decisions = named.map((act) => matter.ask(act.name, 'nowhere-1', path[0] ?? 0));

        expect(decisions.filter(({ kind }) => kind !== 'refusal')).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('closes no case on which a blocker is open', () => {
    fc.assert(
      fc.property(picks, (path) => {
        const { steps, facts } = walked(path);
        const closings = steps.filter(({ act, decision }) => act === 'closeCase' && decision.kind === 'accepted');
        for (const { before } of closings) {
          if (!('problems' in before.state)) throw new Error('closed before it was opened');
          expect(blockersOfCase({ ...facts, state: before.state })).toEqual([]);
          expect(before.state.problems.filter(({ status }) => status !== 'struckOff')).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('replays to the same state, in one go or in two, from what was written down', () => {
    fc.assert(
      fc.property(picks, fc.nat(80), (path, cut) => {
        const { events, subject } = walked(path);
        const read = events.map((event): typeof event => JSON.parse(JSON.stringify(event)) as typeof event);
        const half = read.slice(0, cut).reduce(evolveSubject, initialSubject('case'));

        expect(read.reduce(evolveSubject, initialSubject('case'))).toEqual(subject);
        expect(read.slice(cut).reduce(evolveSubject, half)).toEqual(subject);
      }),
      { numRuns: 60 },
    );
  });

  it('is decided the same when it is asked again', () => {
    fc.assert(
      fc.property(picks, fc.nat(1_000_000), (path, pick) => {
        const matter = walked(path);
        const before = JSON.stringify(matter.subject);
        for (const act of CASE_ACTS) {
          const target = matter.targetsOf(act)[0] ?? 'nowhere-1';
          expect(matter.ask(act.name, target, pick)).toEqual(matter.ask(act.name, target, pick));
        }

        expect(JSON.stringify(matter.subject)).toBe(before);
      }),
      { numRuns: 10 },
    );
  });
});

describe('the histories that are generated', () => {
  const matters = fc
    .sample(fc.array(fc.noBias(fc.nat(1_000_000)), { minLength: 60, maxLength: 100 }), { numRuns: 60, seed: 11 })
    .map(walked);
  const done = new Set(matters.flatMap(({ steps }) => steps.filter(({ decision }) => decision.kind === 'accepted').map(({ act }) => act)));

  it('come to most acts of a case, and to cases that are closed', () => {
    expect(done).toContain('closeCase');
    expect(done.size / CASE_ACTS.length).toBeGreaterThan(0.85);
  });

  it('go through the long chains: daily penalty, seizure, detention, outside transfer, prosecution, hearing', () => {
    for (const act of [
      'recordDailyPenaltyPayment',
      'removeSeal',
      'decideDetention',
      'answerOutsideTransfer',
      'recordJudgment',
      'holdHearing',
      'recordCourtEnforcement',
    ]) {
      expect(done).toContain(act);
    }
  });

  it('ask each act whose turn it never was at least out of turn', () => {
    expect(CASE_ACTS.map((act) => act.outOfTurn(initialSubject('case').state)).every(isObjection)).toBe(true);
  });
});
