import type axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** Half as long as `axe.source`; it is injected into every page that is checked. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the pages checked so far in this process were made of, by the width of the screen. */
const checked = new Map<number, Set<string>>();

/**
 * What axe finds to be serious or critical. It is asked only about pages with a part that no page before had at this
 * width (see `partsOf`): compiling and running it costs a second, and most pages of a journey repeat earlier ones.
 */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const width = page.viewportSize()?.width ?? 0;
  const known = checked.get(width) ?? new Set<string>();
  const parts = await page.evaluate(partsOf);
  if (parts.every((part) => known.has(part))) return [];
  await page.evaluate(AXE);
  const problems = await page.evaluate(violations);
  // What has a problem is checked again, so that each of its pages is named.
  if (problems.length === 0) checked.set(width, new Set([...known, ...parts]));
  return problems;
}

/**
 * Runs in the page. Each different element with its ancestors: all that decides what axe says about it, but not its
 * words. Elements: names, classes, roles and states, which attributes they have, whether they have words, a label, the
 * elements that they refer to, and whether they scroll.
 */
function partsOf(): string[] {
  const TOLD = ['class', 'role', 'type', 'tabindex', 'scope', 'fill', 'stroke', 'style', 'lang', 'dir'];
  const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'headers', 'list'];
  const parts = new Set<string>();
  const describe = (element: Element): string => {
    const attributes = [...element.attributes].map(({ name, value }) => {
      if (TOLD.includes(name)) return `${name}=${value}`;
      if (name.startsWith('aria-') && /^(?:true|false|page|mixed|polite|assertive)$/.test(value))
        return `${name}=${value}`;
      if (!REFERENCES.includes(name)) return value.trim() === '' ? `${name}=` : name;
      return `${name}:${value.split(/\s+/).every((id) => document.getElementById(id) !== null)}`;
    });
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');
    const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
    return [
      element.localName,
      ...attributes.sort(),
      words ? 'words' : '',
      labels ? `labels=${labels.length > 0}` : '',
      element.scrollWidth > element.clientWidth + 1 ? 'scrolls' : '',
    ].join(' ');
  };
  const walk = (element: Element, above: string): void => {
    const part = `${above} > ${describe(element)}`;
    parts.add(part);
    for (const child of element.children) walk(child, part);
  };
  for (const child of document.documentElement.children) walk(child, '');
  parts.add(`title ${document.title.trim() !== ''} lang ${document.documentElement.lang !== ''}`);
  return [...parts];
}

/** Runs in the page, after axe was loaded there. */
async function violations(): Promise<string[]> {
  const found = await (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] });
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `axe ${id}: ${help}: ${nodes
          .slice(0, 3)
          .map((node) => node.html.slice(0, 160))
          .join(' | ')}`,
    );
}
