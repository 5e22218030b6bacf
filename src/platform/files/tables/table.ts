export interface TableRow {
  /** The line in the file, as people count: the first is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Why a file cannot be read as a table. */
export type TableFault =
  | 'empty'
  | 'oldWorkbook'
  | 'withPassword'
  /** A web page that calls itself a workbook, as many programs export it. */
  | 'webPage'
  /** A workbook where only text is taken. */
  | 'workbook'
  | 'notATable'
  | 'unreadable'
  | 'damaged'
  | 'tooLong'
  | 'tooWide'
  /** More cells, more text or more bytes, unpacked, than a table of people has. */
  | 'tooLarge'
  /** It took more time or memory than reading may. */
  | 'tooComplex'
  /** Too many files are being read: the same file can be read a little later. */
  | 'busy';

export interface TableRead {
  /** Those with any text in them. */
  readonly rows: readonly TableRow[];
  readonly format: 'XLSX' | 'UTF-8' | 'UTF-16' | 'GB18030';
  /** Of a workbook: the sheets that are not hidden, in their order. */
  readonly sheets?: readonly string[];
  /** Of a text file, where it was asked for: the text itself. */
  readonly text?: string;
}

export interface TableReading {
  /** The last line of a file that may hold anything. */
  readonly mostRows: number;
  /**
   * Characters after which a cell is cut.
   * Give more than the longest that is valid, so that a longer one is still too long.
   */
  readonly longestCell?: number;
  /** Which sheet of a workbook, by its name; else the first one in sight that holds anything. */
  readonly sheet?: string;
  /** No workbooks. */
  readonly textOnly?: boolean;
  readonly keepText?: boolean;
}

export const LONGEST_CELL = 1_000;
export const MOST_COLUMNS = 100;
/** Cells that hold anything, in the whole table. */
export const MOST_CELLS = 500_000;
/** Characters in all cells together. */
export const MOST_CHARACTERS = 10_000_000;

/** Thrown while a file is read, as soon as it is past what it may be; never leaves the reader. */
export class ReadingStopped extends Error {
  constructor(readonly fault: TableFault) {
    super(fault);
  }
}

/** Counts what is kept of a table. @throws ReadingStopped */
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
