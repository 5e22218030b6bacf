/** Prepares the environment that Jest's worker processes inherit. */
const register = new URL('./register-typescript.mjs', import.meta.url).href;
/** Worker threads of the product under test inherit these too, so that they can read TypeScript. */
const OPTIONS = [
  `--import=${register}`,
  '--enable-source-maps',
  '--disable-warning=ExperimentalWarning',
  '--disable-warning=FSTDEP023',
];

export default function globalSetup() {
  process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, ...OPTIONS].filter(Boolean).join(' ');
}
