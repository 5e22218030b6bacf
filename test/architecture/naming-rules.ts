import ts from 'typescript';
import { nodesOf, type Breach, type Source } from './sources.js';

const PREPOSITIONS = new Set([
  'to',
  'by',
  'with',
  'from',
  'of',
  'for',
  'as',
  'into',
  'on',
  'because',
  'self',
  'now',
  'all',
]);
const WEB_NAME = /(^|-)(forms?|pages|view|views|lines|desk)\.ts$|\.(pages|forms)\.ts$/;
/** Words that have been replaced by others (docs/glossary.md, "Code terms"). */
const REPLACED: readonly { readonly word: RegExp; readonly say: string }[] = [
  { word: /^(speakers?|dictionary)$|Speaker$|Dictionary$/i, say: 'translator, message catalog' },
  { word: /^visits?$|^Visit$/, say: 'context, RequestContext' },
  { word: /PostOffice$|^letters?$|Letters?$/i, say: 'email, Mailer' },
  { word: /^(un)?told$|^tellings?$|^(un)?told[A-Z]|^telling[A-Z]/i, say: 'notification, pending' },
  { word: /^cures?$|^Cure[A-Z]?|Cures?$/, say: 'suggestion' },
  { word: /^remembered$|^foresight$|^manners?$|Manner$/, say: 'memoize, impact, options' },
  { word: /[a-z](Wanted|Asked)$|^(Wanted|Asked)[A-Z]/, say: 'a noun: filter, query, input' },
];

/** A type whose last word is the participle of a verb; `Need`, `Feed` and the like are nouns. */
const PARTICIPLE =
  /(?:[^eE]ed|[Oo]wn|[Aa]wn|[Tt]aken|[Gg]iven|[Cc]hosen|[Ww]ritten|[Hh]idden|[a-z](?:Sent|Made|Held|Told))$/;

/** An action's entry is `execute`: a preposition says nothing about what it does. */
export function actionsAreEnteredByExecute(one: Source): Breach[] {
  if (!/\/actions\//.test(one.path)) return [];
  return nodesOf(one).flatMap((node) =>
    ts.isMethodDeclaration(node) &&
    ts.isClassDeclaration(node.parent) &&
    !(ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Private) &&
    PREPOSITIONS.has(node.name.getText())
      ? [`${one.path}: ${node.parent.name?.text ?? ''}.${node.name.getText()} says nothing: execute, or a verb`]
      : [],
  );
}

/** Files of `web` rooms are named `<noun>.controller.ts`, `<noun>.page.ts`, `<noun>.form.ts`. */
export function webFilesAreNamedAlike({ path }: Source): Breach[] {
  const [name = ''] = path.split('/').slice(-1);
  return path.includes('/web/') && WEB_NAME.test(name) ? [`${path}: name it <noun>.page.ts or <noun>.form.ts`] : [];
}

/** What a refusal says stands in `messages/refusal-messages.ts` of its module or part. */
export function refusalTextsStandTogether({ path, text }: Source): Breach[] {
  if (path.startsWith('src/platform/') || path.endsWith('/messages/refusal-messages.ts')) return [];
  return /\brefusalMessages\b/.test(text) ? [`${path}: refusals are in messages/refusal-messages.ts`] : [];
}

/** Types, functions, classes and members use the words of the glossary. */
export function namesFollowTheGlossary(one: Source): Breach[] {
  return nodesOf(one).flatMap((node) => {
    const name = nameOf(node);
    if (name === null) return [];
    return REPLACED.filter(({ word }) => word.test(name)).map(({ say }) => `${one.path}: ${name}: say ${say}`);
  });
}

/** Types are nouns: `SentList` rather than `ListSent`, `ImportResult` rather than `Imported`. */
export function typesAreNouns(one: Source): Breach[] {
  return nodesOf(one).flatMap((node) =>
    (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && PARTICIPLE.test(node.name.text)
      ? [`${one.path}: ${node.name.text}: name what it is, with a noun`]
      : [],
  );
}

function nameOf(node: ts.Node): string | null {
  const named =
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isPropertyDeclaration(node);
  return named && node.name && ts.isIdentifier(node.name) ? node.name.text : null;
}
