import ts from 'typescript';
import type { Message, Messages } from '../../src/platform/index.js';
import { nodesOf, type Breach, type Source } from './sources.js';
import { callsIn, literalOf, prefixOf } from './views/view-tree.js';

/** In the other language on purpose, or a name that is the same in both. */
const SAME_IN_BOTH = ['layout.other_language'];
/** Partial parameters that are message keys, and those that are finished texts. */
const KEY_PARAMETERS = ['label', 'hint', 'act', 'cancelWord', 'unit', 'blank', 'any'];
const TEXT_PARAMETERS = [
  'heading',
  'title',
  'text',
  'lead',
  'over',
  'labelText',
  'hintText',
  'actText',
  'note',
  'stateWord',
  'word',
  'backWord',
];
/** Partials for the attributes of a control, called inside its tag. */
const ATTRIBUTES_ONLY = ['views/partials/form/described.hbs', 'views/partials/list/filter-described.hbs'];
/** Formats and technologies whose names are not translated. */
const UNTRANSLATED = /^(?:CSV|PDF|QR|ICS|SVG|XLSX|ZIP|JSON|HTTPS?|URL|ID)$/;

/** Chinese words that have been replaced by others (docs/glossary.md). */
const REPLACED: readonly { readonly word: RegExp; readonly say: string }[] = [{ word: /您/, say: '你' }];

export function everyMessageHasBothLanguages(messages: Messages): Breach[] {
  return Object.entries(messages).flatMap(([key, message]) => {
    const [zh, en] = [message.zh, formsOf(message).join(' ')];
    const faults: string[] = [];
    if (zh.trim() === '' || formsOf(message).some((form) => form.trim() === '')) faults.push('is empty in a language');
    if (!SAME_IN_BOTH.includes(key) && /\p{Script=Han}/u.test(en)) faults.push('speaks Chinese in English');
    if (
      !SAME_IN_BOTH.includes(key) &&
      /[A-Za-z]{2,}/.test(bare(en)) &&
      !/\p{Script=Han}/u.test(zh) &&
      bare(zh).trim() !== bare(en).trim()
    )
      faults.push('speaks no Chinese in Chinese');
    return faults.map((fault) => `"${key}" ${fault}`);
  });
}

export function bothLanguagesNameTheSameValues(messages: Messages): Breach[] {
  return Object.entries(messages).flatMap(([key, message]) => {
    const zh = namedIn([message.zh]);
    const en = namedIn(formsOf(message));
    return zh === en ? [] : [`"${key}" names {${zh}} in Chinese and {${en}} in English`];
  });
}

export function nobodyIsShoutedAt(messages: Messages): Breach[] {
  return Object.entries(messages)
    .filter(([, message]) => /[!!]/.test([message.zh, ...formsOf(message)].join('')))
    .map(([key]) => `"${key}" has an exclamation mark`);
}

export function chineseSaysTheWordsOfTheGlossary(messages: Messages): Breach[] {
  return Object.entries(messages).flatMap(([key, { zh }]) =>
    REPLACED.filter(({ word }) => word.test(zh)).map(({ say }) => `"${key}": say ${say}: ${zh.slice(0, 40)}`),
  );
}

/** `{{t "key"}}`, `label="key"`, `(t (concat "prefix_" x))`: the messages exist, and all of their values are passed. */
export function viewsUseOnlyKnownMessages(view: Source, messages: Messages): Breach[] {
  const { helpers, partials } = callsIn(view);
  const said = helpers
    .filter(({ name }) => name === 't')
    .flatMap(({ params, hash, line }) => {
      const [key, prefix] = [literalOf(params[0]), prefixOf(params[0])];
      if (prefix !== null)
        return keysWith(messages, prefix) ? [] : [`${view.path}:${line}: no messages begin with "${prefix}"`];
      return key === null
        ? []
        : faultsOf(messages, key, new Set(hash.keys())).map((fault) => `${view.path}:${line}: ${fault}`);
    });
  const keyed = partials.flatMap(({ hash, line }) =>
    KEY_PARAMETERS.flatMap((name) => {
      const key = literalOf(hash.get(name));
      return key === null
        ? []
        : faultsOf(messages, key, new Set()).map((fault) => `${view.path}:${line}: ${name}: ${fault}`);
    }),
  );
  return [...said, ...keyed];
}

/** A view contains no letters of either language outside of messages. */
export function viewsHoldNoTextOfTheirOwn(view: Source): Breach[] {
  const bareView = view.text
    .replace(/\{\{!--[\s\S]*?--\}\}/g, '')
    .replace(/\{\{![\s\S]*?\}\}/g, '')
    .replace(/\{\{[\s\S]*?\}\}/g, '\u0001')
    .replace(/<!--[\s\S]*?-->/g, '');
  const texts = ATTRIBUTES_ONLY.includes(view.path) ? [] : bareView.replace(/<[^>]*>/g, '\u0002').split('\u0002');
  const attributes = [
    ...bareView.matchAll(/\s(?:alt|title|placeholder|aria-label|aria-description|label|data-label)="([^"]*)"/g),
  ].map(([, text]) => text ?? '');
  const literals = callsIn(view).partials.flatMap(({ hash }) =>
    TEXT_PARAMETERS.flatMap((name) => literalOf(hash.get(name)) ?? []),
  );
  return [...texts, ...attributes, ...literals]
    .flatMap(wordsIn)
    .map((word) => `${view.path}: "${word}" is not said through messages`);
}

/** `t('key', values)`, `flash('key', values)`, `refuse('code', data)` and the keys of form faults in TypeScript. */
export function codeUsesOnlyKnownMessages(one: Source, messages: Messages): Breach[] {
  return nodesOf(one)
    .flatMap((node): string[] => {
      if (ts.isStringLiteral(node) && /^form\.[a-z_]+$/.test(node.text))
        return node.text in messages ? [] : [`no messages for "${node.text}"`];
      if (!ts.isCallExpression(node) || !node.arguments[0]) return [];
      const called = ts.isPropertyAccessExpression(node.expression)
        ? node.expression.name.text
        : node.expression.getText();
      if (!['t', 'flash', 'refuse'].includes(called)) return [];
      const [first, values] = node.arguments;
      return branchesOf(first).flatMap((key) => keyFaults(messages, { key, called, values }));
    })
    .map((fault) => `${one.path}: ${fault}`);
}

function keyFaults(
  messages: Messages,
  { key, called, values }: { key: ts.Expression; called: string; values: ts.Expression | undefined },
): string[] {
  const lead = called === 'refuse' ? 'refusal.' : '';
  if (ts.isTemplateExpression(key))
    return keysWith(messages, lead + key.head.text) ? [] : [`no messages begin with "${lead}${key.head.text}"`];
  if (!ts.isStringLiteralLike(key)) return [];
  return faultsOf(messages, lead + key.text, namesGiven(values));
}

function branchesOf(expression: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(expression)) return branchesOf(expression.expression);
  return ts.isConditionalExpression(expression)
    ? [...branchesOf(expression.whenTrue), ...branchesOf(expression.whenFalse)]
    : [expression];
}

/** The names of an object literal; `null` if only known at run time. */
function namesGiven(values: ts.Expression | undefined): Set<string> | null {
  if (!values) return new Set();
  if (!ts.isObjectLiteralExpression(values) || values.properties.some(ts.isSpreadAssignment)) return null;
  return new Set(
    values.properties.flatMap((property) => (property.name ? [property.name.getText().replace(/['"]/g, '')] : [])),
  );
}

function faultsOf(messages: Messages, key: string, given: ReadonlySet<string> | null): string[] {
  const message = messages[key];
  if (!message) return [`no messages for "${key}"`];
  const needed = new Set([message.zh, ...formsOf(message)].flatMap((form) => [...placeholdersOf(form)]));
  return given === null
    ? []
    : [...needed].filter((name) => !given.has(name)).map((name) => `"${key}" misses the value {${name}}`);
}

function keysWith(messages: Messages, prefix: string): boolean {
  return Object.keys(messages).some((key) => key.startsWith(prefix));
}

function formsOf(message: Message): string[] {
  return typeof message.en === 'string' ? [message.en] : [message.en.one, message.en.other];
}

function placeholdersOf(text: string): Set<string> {
  return new Set([...text.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, name]) => name!));
}

/** A name in both languages (`roomZh`, `roomEn`) is one value; a count may be expressed by the plural form. */
function namedIn(texts: readonly string[]): string {
  const names = texts.flatMap((text) => [...placeholdersOf(text)]).filter((name) => name !== 'count');
  return [...new Set(names.map((name) => name.replace(/(?:Zh|En)$/, '')))].sort().join();
}

function bare(text: string): string {
  return text.replace(/\{[^}]*\}/g, '');
}

function wordsIn(text: string): string[] {
  return [...text.replace(/&[a-z]+;/g, ' ').matchAll(/[A-Za-z]{2,}|\p{Script=Han}+/gu)]
    .map(([word]) => word)
    .filter((word) => !UNTRANSLATED.test(word));
}

/**
 * Han characters take full-width punctuation: 课程，班次 and never 课程,班次. Addresses, times and codes keep their own: 9:00
 * and never 9：00.
 */
export function chineseHasChineseMarks(messages: Messages): Breach[] {
  return Object.entries(messages).flatMap(([key, { zh }]) => {
    if (/[\p{Script=Han}][,;:?]|[,;:?]\p{Script=Han}/u.test(zh))
      return [`"${key}" has a Latin mark in Chinese: ${zh.slice(0, 40)}`];
    return /[0-9０-９]：[0-9０-９]/.test(zh)
      ? [`"${key}" writes a time or ratio with a full-width colon: ${zh.slice(0, 40)}`]
      : [];
  });
}
