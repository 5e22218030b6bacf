export interface TableRow {
  /** The line in the file, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Of a text file: number of cells with the blank ones at its end, which `cells` lacks. */
  readonly width?: number;
  /** Of a workbook: indexes of cells with a number that Excel displays with other letters or digits (`"A-"000`). */
  readonly shownOtherwise?: readonly number[];
}

export interface SheetRows {
  readonly sheet: string;
  readonly rows: readonly TableRow[];
}

/** Why a file cannot be read as a table. */
export type TableFault =
  | 'empty'
  | 'oldWorkbook'
  | 'withPassword'
  /** A web page with the extension of a workbook, as many programs export it. */
  | 'webPage'
  /** A workbook although only text is accepted. */
  | 'workbook'
  | 'notATable'
  | 'unreadable'
  /** The bytes make sense in two encodings. */
  | 'encodingUnclear'
  | 'damaged'
  | 'tooLong'
  | 'tooWide'
  /** More cells, text or unpacked bytes than a table of people has. */
  | 'tooLarge'
  /** Reading took too much time or memory. */
  | 'tooComplex'
  /** Too many files are being read: try the same file again later. */
  | 'busy';

export interface TableRead {
  /** Only rows with text. */
  readonly rows: readonly TableRow[];
  readonly format: 'XLSX' | 'UTF-8' | 'UTF-16' | 'GB18030';
  /** For a workbook: the name of the sheet. */
  readonly sheet?: string;
  /** For a workbook: further visible sheets with content, in order, as many as requested. */
  readonly others?: readonly SheetRows[];
  /** For a workbook, on request: names of all other visible sheets with content. */
  readonly unread?: readonly string[];
  /** For a workbook: the sheets read up to the first one with content took much work. Do not read it again. */
  readonly isExtensive?: boolean;
  /** For a text file, on request: the text itself. */
  readonly text?: string;
}

export interface TableReading {
  /** The last line of a file that may have content. */
  readonly mostRows: number;
  /**
   * Characters after which a cell is cut. Must be above the longest valid length, so that a longer text still fails
   * validation.
   */
  readonly longestCell?: number;
  /** Sheets to read behind the first visible one with content; by default none. */
  readonly otherSheets?: number;
  /** Names the sheets of a workbook that were not read. */
  readonly nameUnread?: boolean;
  /** Refuses workbooks. */
  readonly textOnly?: boolean;
  readonly keepText?: boolean;
}

export const LONGEST_CELL = 1_000;
export const MOST_COLUMNS = 100;
/** Cells with content, in the whole table. */
export const MOST_CELLS = 500_000;
/** Characters in all cells together. */
export const MOST_CHARACTERS = 10_000_000;

/** Thrown as soon as a file exceeds a limit; never leaves the reader. */
export class ReadingStopped extends Error {
  constructor(readonly fault: TableFault) {
    super(fault);
  }
}

/** Counts what is kept of a table. @throws ReadingStopped beyond the limits */
export class TableCount {
  private cells = 0;
  private characters = 0;

  constructor(private readonly mostRows: number) {}

  add({ line, column, text }: { readonly line: number; readonly column: number; readonly text: string }): void {
    this.cells += 1;
    this.characters += text.length;
    if (line > this.mostRows) throw new ReadingStopped('tooLong');
    if (column > MOST_COLUMNS) throw new ReadingStopped('tooWide');
    if (this.cells > MOST_CELLS || this.characters > MOST_CHARACTERS) throw new ReadingStopped('tooLarge');
  }
}
