import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../../src/platform/index.js';
import type { HtmlElement } from './html-tree.js';

const CONTROLS = ['input', 'select', 'textarea'];
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
/** Interactive elements, which must not be nested in one of the same kind. */
const ACTIVE = ['a', 'button', 'form'];
const BLOCKS = ['div', 'dl', 'fieldset', 'form', 'h1', 'h2', 'h3', 'ol', 'p', 'section', 'table', 'ul'];
const NOT_A_VALUE = /undefined|\[object |\bNaN\b|\{\{|\}\}|Invalid Date/;
const ICONS = new Set(
  [...readFileSync(join(PACKAGE_ROOT, 'views/assets/icons.svg'), 'utf8').matchAll(/\bid="([\w-]+)"/g)].map(
    ([, id]) => id,
  ),
);
const REFERENCES = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls'];

/**
 * Faults of a page that do not depend on its model: empty elements, controls without names, dead links and the like.
 */
export function faultsOfPage(root: HtmlElement, { isPart = false }: { readonly isPart?: boolean } = {}): string[] {
  const all = root.inner;
  return [
    ...(isPart ? [] : titleFaults(root)),
    ...all.flatMap((element) => [...valueFaults(element), ...nestingFaults(element), ...emptinessFaults(element)]),
    ...all
      .filter(isControl)
      .filter((one) => nameOf(one, root) === '')
      .map((one) => `${shown(one)} has no label`),
    ...all.filter(({ tag }) => tag === 'form').flatMap(formFaults),
    ...referenceFaults(all),
    ...all.flatMap(iconFaults),
  ];
}

/** The accessible name: by attribute, by the elements it refers to, by its label, or its text. */
export function nameOf(element: HtmlElement, root: HtmlElement): string {
  const label = element.attribute('aria-label');
  if (label !== null) return label.trim();
  const ids = (element.attribute('aria-labelledby') ?? '').split(/\s+/).filter((id) => id !== '');
  if (ids.length > 0)
    return ids
      .map((id) => elementWithId(root, id)?.text ?? '')
      .join(' ')
      .trim();
  if (!CONTROLS.includes(element.tag)) return element.text || pictureText(element);
  const own = element.attribute('id');
  const labels = root.all('label').filter((one) => own !== null && one.attribute('for') === own);
  return (labels[0] ?? element.within(({ tag }) => tag === 'label'))?.text ?? '';
}

export function elementWithId(root: HtmlElement, id: string): HtmlElement | null {
  return root.inner.find((one) => one.attribute('id') === id) ?? null;
}

function titleFaults(root: HtmlElement): string[] {
  const titles = root.all('h1').length;
  return [
    ...(titles === 1 ? [] : [`the page has ${titles} main headings`]),
    ...(root.all('title')[0]?.text.replace(/ ·.*/, '') ? [] : ['the page has no title']),
    ...(root.all('main').length === 1 ? [] : ['the page has no main part, or several']),
  ];
}

function valueFaults(element: HtmlElement): string[] {
  const texts = element.children.filter((child) => typeof child === 'string');
  const attributes = [...element.attributes].filter(([name]) => name !== 'value').map(([, value]) => value);
  const links = ['href', 'src', 'action'].map((name) => element.attribute(name) ?? '');
  return [
    ...(element.tag === 'script' ? [] : [...texts, ...attributes])
      .filter((text) => NOT_A_VALUE.test(text))
      .map((text) => `${shown(element)} prints "${text.trim().slice(0, 80)}"`),
    ...links.filter(hasGap).map((link) => `${shown(element)} leads to "${link}"`),
  ];
}

/** Whether a part of an address is empty or `undefined`. */
function hasGap(link: string): boolean {
  return link !== '/' && /\/(?:null)?(?:[/?#]|$)/.test(link.replace(/^[a-z]+:\/\//, ''));
}

function nestingFaults(element: HtmlElement): string[] {
  const { tag } = element;
  const outer = ACTIVE.includes(tag) && element.within((one) => one.tag === tag);
  return [
    ...(outer ? [`${shown(element)} stands in another <${tag}>`] : []),
    ...(tag === 'button' && element.within((one) => one.tag === 'a') ? ['a button stands in a link'] : []),
    ...(BLOCKS.includes(tag) && element.within((one) => one.tag === 'p') ? [`${shown(element)} stands in a <p>`] : []),
  ];
}

function emptinessFaults(element: HtmlElement): string[] {
  const { tag } = element;
  if (tag === 'a' && !element.attribute('href')) return [`${shown(element)} leads nowhere`];
  // A picture with the same link as the text beside it, skipped by the keyboard and screen readers.
  if (element.attribute('aria-hidden') === 'true' && element.attribute('tabindex') === '-1') return [];
  const named = element.attribute('aria-label') ?? (element.text || pictureText(element));
  const speaks = [...HEADINGS, 'a', 'button', 'label', 'legend', 'dt', 'option', 'summary', 'caption'].includes(tag);
  if (speaks && named.trim() === '' && element.attribute('aria-labelledby') === null)
    return [`${shown(element)} is empty`];
  const isHeadOfTable = tag === 'th' && (element.text || pictureText(element)) === '';
  const isBareList = ['ul', 'ol', 'dl', 'tbody'].includes(tag) && element.inner.length === 0 && !isInDialog(element);
  if (isHeadOfTable || isBareList) return [`${shown(element)} is empty`];
  return tag === 'img' && element.attribute('alt') === null ? [`${shown(element)} has no text`] : [];
}

/** A dialog is closed until a script has filled it. */
function isInDialog(element: HtmlElement): boolean {
  return element.within(({ tag }) => tag === 'dialog') !== null;
}

/** A form has an address and, if it posts, a CSRF token. */
function formFaults(form: HtmlElement): string[] {
  const tokens = form.all('input').filter((one) => one.attribute('name') === '_csrf' && one.attribute('value'));
  return [
    ...(form.attribute('action') ? [] : [`${shown(form)} goes nowhere`]),
    ...(form.attribute('method') === 'post' && tokens.length === 0 ? [`${shown(form)} carries no token`] : []),
  ];
}

/** Ids are unique, and references to elements have a target. */
function referenceFaults(all: readonly HtmlElement[]): string[] {
  const ids = all.flatMap((one) => one.attribute('id') ?? []);
  const known = new Set(ids);
  const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
  const pointers = all.flatMap((one) => {
    const named = REFERENCES.flatMap((name) => (one.attribute(name) ?? '').split(/\s+/));
    const href = one.attribute('href') ?? '';
    return [...named, ...(one.tag === 'a' && href.startsWith('#') ? [href.slice(1)] : [])];
  });
  return [
    ...[...twice].map((id) => `the id "${id}" stands twice`),
    ...pointers.filter((id) => id !== '' && !known.has(id)).map((id) => `nothing has the id "${id}"`),
  ];
}

/** Icons are named after their meaning: a state without an icon would show nothing. */
function iconFaults({ tag, attributes }: HtmlElement): string[] {
  const icon = tag === 'use' ? (attributes.get('href') ?? '').split('#')[1] : undefined;
  return icon === undefined || ICONS.has(icon) ? [] : [`there is no icon "${icon}"`];
}

function isControl(element: HtmlElement): boolean {
  return CONTROLS.includes(element.tag) && element.attribute('type') !== 'hidden';
}

function pictureText(element: HtmlElement): string {
  return element.inner
    .map((one) => one.attribute('alt') ?? one.attribute('aria-label') ?? '')
    .join('')
    .trim();
}

function shown({ tag, attributes }: HtmlElement): string {
  const [first] = ['id', 'name', 'href', 'action', 'class'].filter((name) => attributes.get(name));
  return first ? `<${tag} ${first}="${attributes.get(first)}">` : `<${tag}>`;
}
