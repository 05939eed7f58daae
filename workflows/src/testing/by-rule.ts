type Example = readonly [sentence: string, check: () => unknown];
type Examples = readonly [Example, ...Example[]];

/**
 * The tests that hold a rule: at least one in which it refuses, warns, fires or classifies, and one in which it does not.
 * `npm run rules` reads the ids from these calls, so they are written as literals.
 */
export const byRule = (rule: string, { fires, passes }: { readonly fires: Examples; readonly passes: Examples }): void => {
  describe(rule, () => {
    // An outcome has a `then` of its own; handed back to jest it would pass for a promise.
    for (const [sentence, check] of [...fires, ...passes]) it(sentence, () => void check());
  });
};
