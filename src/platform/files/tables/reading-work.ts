import { MOST_COLUMNS, ReadingStopped } from './table.js';

/*
 * The work of reading a workbook's XML, in units: one unit is the work of one character of plain text, about 20 ns.
 * Measured with the parser that is used here.
 */
const ELEMENT = 16;
const ATTRIBUTE = 12;
/** A comment, a processing instruction or a section. */
const OTHER_TOKEN = 16;
/** A character for which the parser takes a token apart: a reference, or what may end a comment or section. */
const SIGN = 8;
const LINE_END = 2;

/** What any workbook may take: its styles, relations and sheets before their cells. */
const WORK_OF_ANY = 32_000_000;
/** A formatted cell without text, as Excel writes it: `<c r="CV10050" s="12"/>`. */
const WORK_OF_CELL = 60;
/** A formatted row without cells: `<row r="1048576" ht="15"/>`. */
const WORK_OF_ROW = 70;
/** As many as Excel has: people format whole sheets. */
const MOST_ROWS_WITH_WORK = 1_048_576;
/** Beyond that, a cell with text, or a shared text with its fonts and its phonetic reading. */
const WORK_OF_TEXT = 190;
/** Formatted cells: the longest list has about 10,000 lines of 100 columns. */
const MOST_CELLS_WITH_WORK = 1_010_000;
/** 500,000 cells with text among as many formatted ones without take about 100 million. */
const MOST_WORK = 128_000_000;

const WORK_OF_CHARACTER = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === '\n') return LINE_END;
  return '&\r-]?'.includes(character) ? SIGN : 1;
});

/**
 * Counts the work of reading one workbook, over all of its parts. How much it may take grows with the cells and texts
 * found in it, so that a table of any allowed size is read and a small file that repeats something else is not.
 */
export class ReadingWork {
  private done = 0;
  private allowed = WORK_OF_ANY;
  private cells = 0;
  private rows = 0;

  /** Whether it took more than a workbook with a small table takes: reading it again would be expensive. */
  get isExtensive(): boolean {
    return this.done > WORK_OF_ANY;
  }

  /** @throws ReadingStopped, like all of these, if it is more than may be done */
  takeText(text: string): void {
    let units = 0;
    for (let at = 0; at < text.length; at += 1) units += WORK_OF_CHARACTER[text.charCodeAt(at)] ?? 1;
    this.take(units);
  }

  takeElement(): void {
    this.take(ELEMENT);
  }

  /** @param value its tabs and line ends, for which the parser takes it apart, are spaces by now */
  takeAttribute(value: string): void {
    this.take(ATTRIBUTE + (value.includes(' ') ? SIGN * (value.split(' ').length - 1) : 0));
  }

  takeOtherToken(): void {
    this.take(OTHER_TOKEN);
  }

  allowRow(): void {
    if (this.rows >= MOST_ROWS_WITH_WORK) return;
    this.rows += 1;
    this.allow(WORK_OF_ROW);
  }

  /** A cell was found, whether it has text or not. */
  allowCell(column: number): void {
    if (column > MOST_COLUMNS || this.cells >= MOST_CELLS_WITH_WORK) return;
    this.cells += 1;
    this.allow(WORK_OF_CELL);
  }

  /** A text was found, in a cell or among the shared ones. The caller limits how many. */
  allowText(): void {
    this.allow(WORK_OF_TEXT);
  }

  private take(units: number): void {
    this.done += units;
    if (this.done > this.allowed) throw new ReadingStopped('tooLarge');
  }

  private allow(units: number): void {
    this.allowed = Math.min(this.allowed + units, MOST_WORK);
  }
}
