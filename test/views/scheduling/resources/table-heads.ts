import type { HtmlElement } from '../../../support/views/html-tree.js';
import type { RenderedView } from '../../../support/views/rendered-view.js';

/** Cells that stand under no head, or say on narrow screens, where heads are hidden, another one than theirs. */
export function headFaults({ main }: RenderedView): string[] {
  return main.all('table').flatMap((table) => {
    const heads = table.all('thead').flatMap((head) => head.all('th').map(({ text }) => text));
    const rows = table.all('tbody').flatMap((body) => body.all('tr'));
    return rows.flatMap((row) => faultsOfRow(row.all('th', 'td'), heads));
  });
}

function faultsOfRow(cells: readonly HtmlElement[], heads: readonly string[]): string[] {
  if (cells.length !== heads.length) return [`${cells.length} cells stand under ${heads.length} heads`];
  return cells.flatMap((cell, at) => {
    const needsNone = cell.tag === 'th' || cell.hasClass('acts-cell');
    const label = cell.attribute('data-label');
    return needsNone || label === heads[at] ? [] : [`"${heads[at]}" is labelled "${label}"`];
  });
}
