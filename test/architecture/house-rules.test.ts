import * as house from './house-rules.js';
import { source, sourcesIn } from './sources.js';
import { describeRules, type ArchitectureRule } from './wall.js';

const product = sourcesIn('src', '.ts');
const database = sourcesIn('db', '.ts');
const tests = sourcesIn('test', '.ts');
const views = sourcesIn('views', '.hbs');

const walls: ArchitectureRule[] = [
  {
    title: 'only the clock knows the time',
    rule: house.onlyTheClockKnowsTheTime,
    checked: [...product, ...database.filter(({ path }) => path.startsWith('db/migrations'))],
    offenders: [
      source('src/courses/actions/x.ts', 'const now = new Date();'),
      source('src/courses/actions/y.ts', 'const now = Date.now();'),
      source('src/courses/actions/z.ts', "import { Temporal } from 'temporal-polyfill';\nTemporal.Now.instant();"),
    ],
    innocents: [source('src/certifications/documents/paper/x.ts', 'const made = new Date(issuedAt);')],
  },
  {
    title: 'durations are constants in one file',
    rule: house.durationsHaveOnePlace,
    checked: product,
    offenders: [
      source('src/courses/actions/x.ts', 'const LASTS = 15 * 60_000;'),
      source('src/courses/actions/y.ts', 'const A_DAY = 86400000;'),
      source('src/courses/actions/z.ts', 'const MONTH = 30 * (24 * 3600_000);'),
    ],
    innocents: [source('src/courses/actions/x.ts', 'const LASTS = 15 * A_MINUTE; const MOST = 6_000;')],
  },
  {
    title: 'only config reads the environment',
    rule: house.onlyConfigReadsTheEnvironment,
    checked: product,
    offenders: [
      source('src/courses/actions/x.ts', "if (process.env['DEBUG']) log();"),
      source('src/courses/actions/y.ts', 'const { PORT } = process.env;'),
    ],
  },
  {
    title: 'only the worker pool starts threads',
    rule: house.onlyThePoolStartsThreads,
    checked: product,
    offenders: [
      source('src/reporting/data/x.ts', "import { Worker } from 'node:worker_threads';"),
      source('src/platform/files/x.ts', "const { Worker } = await import('worker_threads');"),
    ],
    innocents: [source('src/platform/workers/x.ts', "import { Worker } from 'node:worker_threads';")],
  },
  {
    title: 'stores of asynchronous context belong to modules',
    rule: house.storesOfContextBelongToModules,
    checked: product,
    offenders: [
      source('src/platform/x.ts', 'class X { private readonly current = new AsyncLocalStorage<string>(); }'),
      source('src/platform/x.ts', 'const make = () => { const made = new AsyncLocalStorage<string>(); return made; };'),
    ],
    innocents: [source('src/platform/x.ts', 'const current = new AsyncLocalStorage<string>();')],
  },
  {
    title: 'tables to download are answered in one way',
    rule: house.tablesAreAnsweredInOneWay,
    checked: product,
    offenders: [
      source('src/courses/web/x.ts', "import { csvOf } from '../../platform/index.js';"),
      source('src/courses/web/y.ts', 'const file = await platform.writeXlsx(heads, rows, []);'),
      source('src/courses/web/z.ts', "return new FileAnswer(lines, 'text/csv; charset=utf-8');"),
    ],
    innocents: [source('src/courses/web/x.ts', 'return csvTable({ name, heads, rows: () => this.rows() });')],
  },
  {
    title: 'typed text is normalized by one function',
    rule: house.onlyOneFunctionNormalizesText,
    checked: product,
    offenders: [
      source('src/courses/domain/x.ts', "const code = typed.trim().normalize('NFKC');"),
      source('src/courses/domain/y.ts', "const code = typed?.['normalize']('NFC');"),
      source('src/courses/domain/z.ts', 'const { normalize: tidy } = String.prototype;'),
    ],
    innocents: [
      source('src/platform/texts.ts', "const code = text.normalize('NFC');"),
      source('src/courses/domain/x.ts', "const code = normalizeText(typed, 'NFKC');"),
    ],
  },
  {
    title: 'no HTML in TypeScript',
    rule: house.noHtmlInTypeScript,
    checked: product,
    offenders: [
      source('src/courses/web/x.ts', "return '<p>Saved</p>';"),
      source('src/courses/web/y.ts', 'return `<a href="/courses/${code}">${title}</a>`;'),
    ],
    innocents: [
      source('src/certifications/documents/paper/x.ts', 'return \'<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>\';'),
    ],
  },
  {
    title: 'query parameters are declared with their type',
    rule: house.queriesDeclareWhatTheyAre,
    checked: product,
    offenders: [
      source('src/courses/web/x.ts', "class X { show(@Query('q') q?: string) {} }"),
      source('src/courses/web/y.ts', 'class X { show(@Query() query: Record<string, string | undefined>) {} }'),
    ],
    innocents: [
      source(
        'src/courses/web/z.ts',
        "class X { show(@Query('q', QueryText) q: string, @Query() query: Record<string, unknown>) {} }",
      ),
    ],
  },
  {
    title: 'bound queries are passed without a wrapper',
    rule: house.queriesAreHandedOverAsTheyAre,
    checked: product,
    offenders: [
      source('src/courses/actions/x.ts', 'courses((query) => tx.query(query));'),
      source('src/courses/actions/y.ts', 'const query = this.reads.query.bind(this.reads);'),
    ],
    innocents: [source('src/courses/actions/z.ts', 'courses(tx.query);')],
  },
  {
    title: 'no default exports',
    rule: house.noDefaultExports,
    checked: [...product, ...database, ...tests],
    offenders: [
      source('src/courses/x.ts', 'export default class Course {}'),
      source('src/courses/y.ts', 'const a = 1;\nexport default a;'),
    ],
  },
  {
    title: 'no catch-all names',
    rule: house.namesSayWhatThingsAre,
    checked: [...product, ...database, ...tests],
    offenders: [
      source('src/courses/utils.ts', ''),
      source('src/common/dates.ts', ''),
      source('src/courses/helpers/x.ts', ''),
      source('src/courses/actions/x.ts', 'export class CourseManager {}'),
      source('src/courses/actions/y.ts', 'export function dateUtils() {}'),
    ],
  },
  {
    title: 'files have at most 250 lines',
    rule: house.filesStayShort,
    checked: [...product, ...database, ...tests, ...views],
    offenders: [
      source('src/courses/x.ts', 'a;\n'.repeat(251)),
      source('views/courses/show.hbs', '<p></p>\n'.repeat(121)),
    ],
    innocents: [source('src/courses/y.ts', 'a;\n'.repeat(250))],
  },
  {
    title: 'the platform is independent of training',
    rule: house.thePlatformKnowsNothingOfTraining,
    checked: product,
    offenders: [
      source('src/platform/http/x.ts', 'const cohort = 1;'),
      source('src/platform/pages/x.ts', "link('/courses')"),
    ],
  },
  {
    title: 'views contain no scripts, styles or handlers',
    rule: house.viewsPrintAndNothingElse,
    checked: views,
    offenders: [
      source('views/a.hbs', '{{{name}}}'),
      source('views/b.hbs', '<script>go()</script>'),
      source('views/c.hbs', '<p style="color:red">'),
      source('views/d.hbs', '<a onclick="go()">'),
      source('views/e.hbs', '<form method="post" action="/x"><button>x</button></form>'),
      source('views/mail/f.hbs', '<p style="margin: 0" onclick="go()">'),
    ],
    innocents: [source('views/mail/email.hbs', '<p style="margin: 0">')],
  },
];

describeRules(walls);
