import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** A name alone says nothing about when the work is due: `TODO(O-12): …` points at the open question or the issue. */
const noBareToDo = {
  meta: { messages: { bare: 'Say why and where it is tracked: `TODO(<issue>): <reason>`.' } },
  create: (context) => ({
    Program: () => {
      for (const comment of context.sourceCode.getAllComments()) {
        if (/\b(TODO|FIXME|XXX|HACK)\b(?!\([^)]+\): \S)/.test(comment.value)) context.report({ loc: comment.loc, messageId: 'bare' });
      }
    },
  }),
};

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a thing has one name wherever it is imported.',
};

export default defineConfig(
  { ignores: ['**/dist/', '**/node_modules/', '**/.turbo/', 'coverage/', '/data/', '/demo-data*/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    // One program for all rooms and their tests: each room's own tsconfig leaves its tests out.
    languageOptions: { parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { house: { rules: { 'no-bare-to-do': noBareToDo } } },
    rules: {
      // A switch over a union counts once: it is a table, and the compiler sees that it is whole.
      complexity: ['error', { max: 12, variant: 'modified' }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      // `== null` asks for both kinds of nothing, as libraries give them.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'house/no-bare-to-do': 'error',
      'no-restricted-syntax': ['error', noDefaultExport],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // A number in a message is the common case and reads as it is.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return send(response, 404)` is how a handler leaves early.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Codes and credit numbers are ASCII: their characters are their letters.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Rows of the database and papers have no names that the compiler knows; the brackets say so.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // Would ask for the `!` that strict forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    // The command line speaks to a terminal, and so do the demonstration and the bench.
    files: ['services/cli/src/**/*.ts', '**/demo/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // TypeGraphQL's classes are shapes, filled from plain objects.
    files: ['schema/src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    // The rule runs in circles on the types of graphql, which hold one another.
    files: ['services/api/src/export/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
  {
    // A suite is a list of cases; what it fakes or reads back is `any` by jest's own types.
    files: ['**/*.test.ts', '**/testing/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);
