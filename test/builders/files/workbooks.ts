import { anArchive, type Part } from './archives.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface SheetWritten {
  readonly name?: string;
  readonly hidden?: boolean;
  /** The content of `sheetData`. */
  readonly rows: string;
  readonly behind?: string;
}

export interface WorkbookWritten {
  readonly sheets: readonly SheetWritten[];
  /** The content of `sst`. */
  readonly strings?: string;
  /** The content of `styleSheet`. */
  readonly styles?: string;
  readonly from1904?: boolean;
  readonly extra?: readonly Part[];
}

/** A workbook of the given XML, valid or not. */
export function aWorkbook({ sheets, strings, styles, from1904 = false, extra = [] }: WorkbookWritten): Buffer {
  const named = sheets.map(
    ({ name = `Sheet${sheets.length}`, hidden = false }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${hidden ? ' state="hidden"' : ''}/>`,
  );
  const relations = [
    ...sheets.map((_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`]),
    ...(strings === undefined ? [] : [['rIdS', 'sharedStrings', 'sharedStrings.xml']]),
    ...(styles === undefined ? [] : [['rIdT', 'styles', '/xl/styles.xml']]),
  ].map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`);
  return anArchive([
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${named.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`,
    },
    ...(strings === undefined
      ? []
      : [
          {
            name: 'xl/sharedStrings.xml',
            content: strings.startsWith('<sst') ? strings : `<sst xmlns="${MAIN}">${strings}</sst>`,
          },
        ]),
    ...(styles === undefined
      ? []
      : [{ name: 'xl/styles.xml', content: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }]),
    ...sheets.map(({ rows, behind = '' }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: aSheet(rows, behind),
    })),
    ...extra,
  ]);
}

export const aSheet = (rows: string, behind = ''): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${behind}</worksheet>`;

/** A workbook of one sheet. */
export const aWorkbookOf = (
  rows: string,
  more: Omit<WorkbookWritten, 'sheets'> & { readonly behind?: string } = {},
): Buffer => aWorkbook({ sheets: [{ rows, ...(more.behind === undefined ? {} : { behind: more.behind }) }], ...more });

/** Rows of text cells. */
export function rowsOfTexts(rows: readonly (readonly string[])[], { from = 1 } = {}): string {
  return rows
    .map(
      (cells, at) =>
        `<row r="${from + at}">${cells.map((text, column) => aCell(`${columnLetters(column)}${from + at}`, text)).join('')}</row>`,
    )
    .join('');
}

export const aCell = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;

export const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);
