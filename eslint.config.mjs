import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const noDate = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Only Clock reads the time: take now as a parameter.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Only Clock reads the time: take now as a parameter.',
  },
];
const noDefault = {
  selector: 'ExportDefaultDeclaration',
  message: 'Use a named export, so that the name is the same everywhere.',
};
const noRandom = {
  selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  message: 'Use node:crypto, or a seeded generator in tests and seeds.',
};

/** In a browser, the result of a read right after a click depends on timing. */
const noBareReads = [
  {
    selector:
      "CallExpression[callee.property.name=/^(?:count|allInnerTexts|allTextContents|innerText|innerHTML|textContent|inputValue|getAttribute|isVisible|isHidden|isChecked|isEnabled|isDisabled|isEditable|evaluate|evaluateAll|content|title)$/], CallExpression[callee.property.name='all'][arguments.length=0]",
    message: 'Wait for the condition: locator.waitFor, or Window.waitForCount.',
  },
  {
    selector:
      "CallExpression[callee.property.name=/^(?:waitForTimeout|setTimeout)$/], CallExpression[callee.name='setTimeout']",
    message: 'Wait for a condition, not for a time.',
  },
];

const noBuiltRegExp = [
  {
    selector: "NewExpression[callee.name='RegExp']",
    message: 'Write the expression as a literal: the running time of an assembled one cannot be checked.',
  },
  {
    selector: "CallExpression[callee.name='RegExp']",
    message: 'Write the expression as a literal: the running time of an assembled one cannot be checked.',
  },
];

/** The running time of an expression must be at most proportional to the length of its input. */
const linearExpressions = {
  'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
  'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false, ignorePartial: false }],
  'regexp/no-dupe-disjunctions': ['error', { report: 'trivial', reportExponentialBacktracking: 'potential' }],
};

/** Not for constructors, which get their dependencies from Nest, nor for handlers with decorated parameters. */
const fewParameters = [
  'FunctionDeclaration[params.length>3]',
  "MethodDefinition[kind='method'] > FunctionExpression[params.length>3]:not(:has(Decorator))",
].map((selector) => ({ selector, message: 'At most three parameters; otherwise take one object.' }));

/** The same as Prettier's `printWidth`. Prettier does not wrap comments. */
const lineLength = [
  'error',
  { code: 120, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true },
];

const conventions = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-unsafe-assignment': 'error',
  '@typescript-eslint/no-unsafe-member-access': 'error',
  '@typescript-eslint/no-unsafe-call': 'error',
  '@typescript-eslint/no-unsafe-return': 'error',
  '@typescript-eslint/no-unsafe-argument': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/prefer-promise-reject-errors': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
  '@typescript-eslint/no-unused-expressions': 'error',
  '@typescript-eslint/no-non-null-asserted-optional-chain': 'error',
  '@typescript-eslint/no-empty-object-type': 'error',
  '@typescript-eslint/no-namespace': 'error',
  '@typescript-eslint/no-require-imports': 'error',
  '@typescript-eslint/ban-ts-comment': 'error',
  'prefer-const': 'error',
  'no-var': 'error',
  eqeqeq: 'error',
  'no-console': 'error',
  'no-debugger': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-fallthrough': 'error',
  'no-unreachable': 'error',
  'no-constant-condition': ['error', { checkLoops: false }],
  'no-dupe-keys': 'error',
  'no-self-compare': 'error',
  'max-len': lineLength,
  'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.dev/**', 'coverage/**', 'data/**', 'views/assets/vendor/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['{src,db,test}/**/*.ts'],
    ignores: ['**/*.d.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: { ...conventions, 'no-restricted-syntax': ['error', ...noDate, ...fewParameters, noDefault, noRandom] },
  },
  {
    files: ['{src,db}/**/*.ts'],
    ignores: ['**/*.d.ts'],
    plugins: { regexp },
    rules: {
      ...linearExpressions,
      'no-restricted-syntax': ['error', ...noDate, ...fewParameters, noDefault, noRandom, ...noBuiltRegExp],
    },
  },
  { files: ['views/assets/*.js'], plugins: { regexp }, rules: { ...linearExpressions, 'max-len': lineLength } },
  // Programs that people start on the command line print to the console.
  {
    files: ['src/main.ts', 'src/academy.ts', 'db/seeds/**/*.ts', 'test/benchmarks/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  // The clock itself and the seeds may read the time.
  {
    files: ['src/platform/clock.ts', 'db/seeds/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...fewParameters, noDefault, noRandom, ...noBuiltRegExp] },
  },
  { files: ['test/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...fewParameters, noDefault, noRandom] } },
  {
    files: ['test/journeys/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...fewParameters, noDefault, noRandom, ...noBareReads] },
  },
  // Tests run without Jest's sandbox (test/support/jest/bare-node.mjs), and `@jest/globals` exists only there.
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@jest/globals', message: 'Use the global describe, it and expect.' }] },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    rules: {
      'max-len': lineLength,
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'no-eval': 'error',
      'no-unreachable': 'error',
      'no-dupe-keys': 'error',
    },
  },
);
