type Example = readonly [sentence: string, check: () => void];
type Examples = readonly [Example, ...Example[]];

/**
 * The tests that hold a rule: at least one in which it refuses, warns, fires or classifies, and one in which it does not.
 * `npm run rules` reads the ids from these calls, so they are written as literals.
 */
export const byRule = (rule: string, { fires, passes }: { readonly fires: Examples; readonly passes: Examples }): void => {
  describe(rule, () => {
    for (const [sentence, check] of [...fires, ...passes]) it(sentence, check);
  });
};
