import { basename } from 'node:path';
import ts from 'typescript';
import { importsOf, nodesOf, type Breach, type Source } from './sources.js';

const LONGEST_SOURCE = 250;
const LONGEST_VIEW = 120;
const HTML =
  /<\/?(?:a|article|aside|b|body|br|button|div|em|footer|form|h[1-6]|head|header|html|img|input|label|li|link|main|meta|nav|ol|option|p|script|section|select|small|span|strong|style|table|tbody|td|textarea|th|thead|tr|ul)\b[^<]*>/i;
const FORBIDDEN_FILE = /^(?:utils?|common|helpers?|misc|shared)$/i;
const FORBIDDEN_NAME = /(?:Manager|Helpers?|Utils?)$/;
/** Handlebars requires these names, and they are defined here. */
const HANDLEBARS_HELPERS = 'src/platform/pages/helpers.ts';
/** `main` and the command line pass the environment on; only `config.ts` reads it. */
const HANDS_THE_ENVIRONMENT = ['src/main.ts', 'src/academy.ts', 'db/data-source.ts', 'src/platform/config.ts'];
const TRAINING =
  /\b(?:courses?|cohorts?|trainees?|enrolments?|instructors?|certificates?|timetables?|attendance|waitlists?|syllabus)\b/i;

/** Only `Clock` reads the current time; making a date from a given instant is allowed. */
export function onlyTheClockKnowsTheTime(one: Source): Breach[] {
  if (one.path === 'src/platform/clock.ts') return [];
  return nodesOf(one)
    .filter((node) => {
      if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0;
      if (!ts.isCallExpression(node)) return false;
      return [
        'Date',
        'Date.now',
        'performance.now',
        'Temporal.Now.instant',
        'Temporal.Now.plainDateISO',
        'Temporal.Now.zonedDateTimeISO',
      ].includes(node.expression.getText());
    })
    .map((node) => `${one.path}: ${node.getText()} asks what time it is`);
}

/** A minute, an hour and a day in milliseconds, in any spelling. */
const DURATION = /^(?:60_?000|3_?600_?000|86_?400_?000|24 \* 3_?600(?:_?000)?)$/;

/** Durations are named constants in one file; days are counted with the clock's functions. */
export function durationsHaveOnePlace(one: Source): Breach[] {
  if (one.path === 'src/platform/durations.ts') return [];
  return nodesOf(one)
    .filter((node) => (ts.isNumericLiteral(node) || ts.isBinaryExpression(node)) && DURATION.test(node.getText()))
    .map((node) => `${one.path}: ${node.getText()} is a duration of src/platform/durations.ts`);
}

export function onlyConfigReadsTheEnvironment(one: Source): Breach[] {
  if (HANDS_THE_ENVIRONMENT.includes(one.path)) return [];
  return nodesOf(one)
    .filter((node) => ts.isPropertyAccessExpression(node) && node.getText() === 'process.env')
    .map(() => `${one.path}: process.env is read by config.ts alone`);
}

const BOUND_QUERY = /^\(?(\w+)\)? => [\w.]+\.query\(\1\)$/;

/** `reads.query` and `tx.query` are bound: pass them without a wrapper. */
export function queriesAreHandedOverAsTheyAre(one: Source): Breach[] {
  return nodesOf(one)
    .filter((node) => {
      const text = node.getText();
      if (ts.isArrowFunction(node)) return BOUND_QUERY.test(text);
      return ts.isCallExpression(node) && /\.query\.bind\(/.test(text.slice(0, 80));
    })
    .map((node) => `${one.path}: ${node.getText()} wraps what is bound already`);
}

/** Threads must be limited in number, time and memory, and end with the process: `WorkerPool` does that. */
export function onlyThePoolStartsThreads(one: Source): Breach[] {
  if (one.path.startsWith('src/platform/workers/')) return [];
  return importsOf(one)
    .filter(({ from }) => from === 'node:worker_threads' || from === 'worker_threads')
    .map(() => `${one.path}: threads are started by WorkerPool alone`);
}

/** In Node 20, each `AsyncLocalStorage` that was ever used slows down every promise: only a module may keep one. */
export function storesOfContextBelongToModules(one: Source): Breach[] {
  return nodesOf(one)
    .filter((node) => ts.isNewExpression(node) && node.expression.getText() === 'AsyncLocalStorage')
    .filter(({ parent }) => !(ts.isVariableDeclaration(parent) && ts.isSourceFile(parent.parent.parent.parent)))
    .map((node) => `${one.path}: ${node.getText()} is made again and again; keep one in a constant of the module`);
}

/** What makes a whole file of a table at once, or starts one without regard to others. */
const MAKES_TABLES: ReadonlySet<string> = new Set(['csvOf', 'csvParts', 'xlsxOf', 'xlsxOfParts', 'writeXlsx']);

/** Tables are read one after the other, only for those who still wait: `csvTable` and `xlsxTable` do that. */
export function tablesAreAnsweredInOneWay(one: Source): Breach[] {
  if (one.path.startsWith('src/platform/')) return [];
  return nodesOf(one).flatMap((node) => {
    const isMaker = ts.isIdentifier(node) && MAKES_TABLES.has(node.text);
    const isType = ts.isStringLiteralLike(node) && /^text\/csv|spreadsheetml\.sheet/.test(node.text);
    return isMaker || isType ? [`${one.path}: ${node.getText()} makes a table: use csvTable or xlsxTable`] : [];
  });
}

/** Normalizing takes quadratic time on runs of marks: `normalizeText` refuses them. */
export function onlyOneFunctionNormalizesText(one: Source): Breach[] {
  if (one.path === 'src/platform/texts.ts') return [];
  return nodesOf(one)
    .filter(
      (node) =>
        (ts.isPropertyAccessExpression(node) && node.name.text === 'normalize') ||
        (ts.isElementAccessExpression(node) && /^['"`]normalize['"`]$/.test(node.argumentExpression.getText())) ||
        (ts.isBindingElement(node) && (node.propertyName ?? node.name).getText() === 'normalize'),
    )
    .map((node) => `${one.path}: ${node.getText()} normalizes typed text; normalizeText does that`);
}

export function noHtmlInTypeScript(one: Source): Breach[] {
  return textsOf(one)
    .filter((text) => HTML.test(text))
    .map((text) => `${one.path}: HTML belongs in views: ${text.slice(0, 60)}`);
}

export function noDefaultExports(one: Source): Breach[] {
  // What a library exports is its own decision.
  if (one.path.endsWith('.d.ts')) return [];
  const offenders = nodesOf(one).filter(
    (node) =>
      ts.isExportAssignment(node) ||
      (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)),
  );
  return offenders.map(() => `${one.path}: exports by default`);
}

/**
 * An address may repeat a name, and its value is then an array: a handler that declares a text must use `QueryText`.
 */
export function queriesDeclareWhatTheyAre(one: Source): Breach[] {
  return nodesOf(one).flatMap((node) => {
    if (!ts.isParameter(node) || !node.type) return [];
    const query = ts
      .getDecorators(node)
      ?.map(({ expression }) => expression)
      .find((each) => ts.isCallExpression(each) && each.expression.getText() === 'Query');
    const declares = node.type.getText().replaceAll('Record<string,', '').includes('string');
    return query && declares && !query.getText().includes('QueryText')
      ? [`${one.path}: ${node.getText()} may be a list`]
      : [];
  });
}

/** No catch-all files, and nothing that "manages". */
export function namesSayWhatThingsAre(one: Source): Breach[] {
  const parts =
    one.path === HANDLEBARS_HELPERS ? [] : one.path.split('/').map((part) => basename(part).replace(/\..*$/, ''));
  const files = parts.filter((part) => FORBIDDEN_FILE.test(part)).map((part) => `${one.path}: "${part}" says nothing`);
  const declared = nodesOf(one).flatMap((node) =>
    (ts.isClassDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isTypeAliasDeclaration(node)) &&
    node.name
      ? [node.name.text]
      : [],
  );
  return [
    ...files,
    ...declared.filter((name) => FORBIDDEN_NAME.test(name)).map((name) => `${one.path}: "${name}" says nothing`),
  ];
}

export function filesStayShort(one: Source): Breach[] {
  const lines = one.text.trimEnd().split('\n').length;
  const most = one.path.endsWith('.hbs') ? LONGEST_VIEW : LONGEST_SOURCE;
  return lines > most ? [`${one.path}: ${lines} lines, ${most} is a stop`] : [];
}

/** The platform would suit a library or a clinic as well. Its own page texts are allowed. */
export function thePlatformKnowsNothingOfTraining(one: Source): Breach[] {
  if (!one.path.startsWith('src/platform/') || one.path === 'src/platform/messages/platform-messages.ts') return [];
  const found = TRAINING.exec(one.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''));
  return found ? [`${one.path}: "${found[0]}" is a word of training`] : [];
}

/**
 * Views print escaped, without inline scripts, styles or handlers, which the Content-Security-Policy refuses. An email
 * has no style sheet to link.
 */
export function viewsPrintAndNothingElse({ path, text }: Source): Breach[] {
  const found: [RegExp, string][] = [
    [/\{\{\{/, 'prints unescaped'],
    [/<script(?![^>]*\ssrc=)[^>]*>/i, 'carries a script'],
    [/<style[\s>]/i, 'carries a style sheet'],
    ...(path.startsWith('views/mail/') ? [] : [[/\sstyle=/i, 'carries a style'] as [RegExp, string]]),
    [/\son[a-z]+=["']/i, 'carries a handler'],
    [/href=["']javascript:/i, 'links to a script'],
  ];
  const faults = found.filter(([pattern]) => pattern.test(text)).map(([, fault]) => `${path}: ${fault}`);
  return [...faults, ...formsWithoutToken(text).map(() => `${path}: a form that posts carries no {{> form/csrf}}`)];
}

function formsWithoutToken(text: string): string[] {
  return [...text.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/gi)]
    .map(([form]) => form)
    .filter((form) => !form.includes('form/csrf'));
}

function textsOf(one: Source): string[] {
  return nodesOf(one).flatMap((node) =>
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)
      ? [node.text]
      : [],
  );
}
