import type { Attributes, XmlListener } from './bounded-xml.js';
import { cellAddress, type CellContext, textOfCell } from './cell-text.js';
import { isShownOtherwise, type NumberFormat, PLAIN } from './number-formats.js';
import type { ReadingWork } from './reading-work.js';
import { MOST_COLUMNS, ReadingStopped, type TableCount, type TableRow } from './table.js';

export interface SheetContext extends CellContext {
  /** By a cell's style index. */
  readonly formats: readonly NumberFormat[];
}

interface Merge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

const MOST_MERGES = 50_000;
/** Types of cells with text. One that holds no number is written within the cell, also if it says to be a number. */
const TEXTS = new Set(['s', 'str', 'inlineStr', 'n']);

/**
 * Collects the cells of one sheet as they are read. Cells without text are skipped: formatting to the last row or
 * column takes no memory. Rows and cells may come in any order and without addresses.
 */
export class SheetReader implements XmlListener {
  private readonly lines = new Map<number, string[]>();
  /** Columns of each line, counted from 0, whose content is displayed otherwise. */
  private readonly otherwise = new Map<number, number[]>();
  private readonly merges: Merge[] = [];
  private inData = false;
  private line = 0;
  private column = 0;
  private cell: Attributes | null = null;
  private value = '';
  private inline = '';
  private writes: 'value' | 'inline' | null = null;
  private phonetic = 0;

  constructor(
    private readonly context: SheetContext,
    private readonly count: TableCount,
    private readonly work: ReadingWork,
  ) {}

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'sheetData') this.inData = true;
    else if (name === 'mergeCell') this.merge(attributes['ref'] ?? '');
    else if (this.inData) this.openWithin(name, attributes);
  };

  readonly text = (text: string): void => {
    if (this.writes === null || this.phonetic > 0) return;
    const room = this.context.longestCell - this[this.writes].length;
    if (room > 0) this[this.writes] += text.slice(0, room);
  };

  readonly close = (name: string): void => {
    if (name === 'v' || name === 't') this.writes = null;
    else if (name === 'rPh') this.phonetic -= 1;
    else if (name === 'c') this.keep();
    else if (name === 'sheetData') this.inData = false;
  };

  /** Rows with content, in order. The text of a cell that spans rows is repeated in each of them. */
  rows(): TableRow[] {
    this.carryDown();
    return [...this.lines]
      .sort(([one], [other]) => one - other)
      .map(([line, cells]) => {
        const shownOtherwise = this.otherwise.get(line);
        const texts = Array.from(cells, (cell) => cell ?? '');
        return { line, cells: texts, ...(shownOtherwise ? { shownOtherwise } : {}) };
      });
  }

  private openWithin(name: string, attributes: Attributes): void {
    if (name === 'row') {
      this.work.allowRow();
      const reference = attributes['r'];
      this.line = reference === undefined ? this.line + 1 : wholeNumber(reference);
      this.column = 0;
    } else if (name === 'c') {
      this.cell = attributes;
      [this.value, this.inline, this.phonetic] = ['', '', 0];
      this.place(attributes['r']);
      this.work.allowCell(this.column);
    } else if (this.cell !== null && name === 'v') this.writes = 'value';
    else if (this.cell !== null && name === 't') this.writes = 'inline';
    else if (name === 'rPh') this.phonetic += 1;
  }

  private place(reference: string | undefined): void {
    if (reference === undefined) {
      this.column += 1;
      return;
    }
    const address = cellAddress(reference);
    if (!address) throw new ReadingStopped('damaged');
    ({ column: this.column, line: this.line } = address);
  }

  private keep(): void {
    if (!this.cell) return;
    const { t: type = 'n', s: style } = this.cell;
    this.cell = null;
    const format = this.context.formats[Number(style ?? 0)] ?? PLAIN;
    const text = textOfCell({ type, kind: format.kind, value: this.value, inline: this.inline }, this.context);
    if (text.trim() === '') return;
    this.work.allowText();
    this.write(this.line, this.column, text);
    const isNumber = type === 'n' && this.value !== '';
    if ((isNumber || TEXTS.has(type)) && isShownOtherwise(format, text, isNumber))
      this.markOtherwise(this.line, this.column);
  }

  private write(line: number, column: number, text: string): void {
    this.count.add({ line, column, text });
    const cells = this.lines.get(line) ?? [];
    cells[column - 1] = text;
    this.lines.set(line, cells);
  }

  private markOtherwise(line: number, column: number): void {
    this.otherwise.set(line, [...(this.otherwise.get(line) ?? []), column - 1]);
  }

  private merge(ref: string): void {
    const [from, to] = ref.split(':', 2).map(cellAddress);
    if (!from || !to || to.line <= from.line || from.column > MOST_COLUMNS) return;
    if (this.merges.length >= MOST_MERGES) throw new ReadingStopped('tooLarge');
    this.merges.push({ column: from.column, from: from.line, to: to.line });
  }

  /**
   * Merged regions of one column cannot overlap in a workbook written by a program: one that begins within another is
   * ignored.
   */
  private carryDown(): void {
    const lines = [...this.lines.keys()].sort((one, other) => one - other);
    let [at, end, before] = [0, 0, 0];
    for (const { column, from, to } of this.merges.sort(
      (one, other) => one.column - other.column || one.from - other.from,
    )) {
      if (column !== before) [at, end, before] = [0, 0, column];
      if (from <= end) continue;
      end = to;
      const text = this.lines.get(from)?.[column - 1] ?? '';
      while (at < lines.length && lines[at]! <= from) at += 1;
      for (; at < lines.length && lines[at]! <= to; at += 1) {
        if (text === '' || (this.lines.get(lines[at]!)![column - 1] ?? '') !== '') continue;
        this.write(lines[at]!, column, text);
        if (this.otherwise.get(from)?.includes(column - 1)) this.markOtherwise(lines[at]!, column);
      }
    }
  }
}

function wholeNumber(reference: string): number {
  if (!/^\d{1,7}$/.test(reference) || Number(reference) === 0) throw new ReadingStopped('damaged');
  return Number(reference);
}
