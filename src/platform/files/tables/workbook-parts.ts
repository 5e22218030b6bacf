import { type Attributes, readXml, type XmlListener } from './bounded-xml.js';
import { filled, unescaped, withoutBlank } from './cell-text.js';
import { formatOf, type NumberFormat } from './number-formats.js';
import { ReadingWork } from './reading-work.js';
import { MOST_CELLS, MOST_CHARACTERS, ReadingStopped } from './table.js';
import { UnpackedBytes, ZipArchive } from './zip-archive.js';

/** An uploaded workbook has at most 5 MB; one that unpacks to more than this is not a table of people. */
const MOST_BYTES = 48 * 1024 * 1024;
const MOST_RELATIONS = 2_000;
/** Characters. Writers give `rId1` and the like. */
const LONGEST_ID = 1_000;
const MOST_SHEETS = 255;
/** Sheet names have at most 31 characters in Excel. */
const LONGEST_NAME = 100;
const MOST_STYLES = 65_500;

interface Relation {
  /** The last part of its type: `worksheet`, `styles`, `sharedStrings`. */
  readonly type: string;
  /** The part's name in the archive. */
  readonly target: string;
}

export interface SheetPart {
  readonly name: string;
  readonly visible: boolean;
  readonly part: string;
}

/** The parts of a workbook, each read on demand, all within one limit. */
export class WorkbookParts {
  private readonly unpacked = new UnpackedBytes(MOST_BYTES);
  readonly work = new ReadingWork();
  private relations = new Map<string, Relation>();
  /** The workbook counts days from 1904. */
  from1904 = false;

  private constructor(private readonly archive: ZipArchive) {}

  /** @throws ReadingStopped */
  static open(bytes: Buffer): WorkbookParts {
    return new WorkbookParts(ZipArchive.open(bytes));
  }

  read(part: string, listener: XmlListener): Promise<void> {
    return readXml(this.archive.read(part, this.unpacked), listener, this.work);
  }

  /** In tab order. An archive without a workbook part is read by the names of its parts. */
  async sheets(): Promise<SheetPart[]> {
    const workbook = await this.workbookPart();
    if (!this.archive.has(workbook)) return this.sheetsByName();
    this.relations = await this.relationsOf(workbook);
    const sheets: SheetPart[] = [];
    await this.read(workbook, {
      open: (name, attributes) => {
        if (name === 'workbookPr') this.from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
        const relation = name === 'sheet' ? this.relations.get(relationId(attributes)) : undefined;
        if (relation?.type !== 'worksheet') return;
        if (sheets.length >= MOST_SHEETS) throw new ReadingStopped('tooLarge');
        sheets.push({
          name: (attributes['name'] ?? '').slice(0, LONGEST_NAME),
          visible: (attributes['state'] ?? 'visible') === 'visible',
          part: relation.target,
        });
      },
    });
    return sheets;
  }

  /** The texts that cells refer to by index. Phonetic readings above Chinese or Japanese text are left out. */
  async strings(longest: number): Promise<string[]> {
    const part = this.partOf('sharedStrings', 'xl/sharedStrings.xml');
    const strings: string[] = [];
    let [text, inText, phonetic, characters] = ['', false, 0, 0];
    if (part)
      await this.read(part, {
        open: (name) => {
          if (name === 'si') text = '';
          else if (name === 't') inText = phonetic === 0;
          else if (name === 'rPh') phonetic += 1;
        },
        text: (piece) => {
          if (inText && text.length < longest) text += piece.slice(0, longest - text.length);
        },
        close: (name) => {
          if (name === 't') inText = false;
          else if (name === 'rPh') phonetic -= 1;
          else if (name === 'si') {
            characters += text.length;
            const shared = withoutBlank(filled(text, unescaped(text), longest));
            if (shared !== '') this.work.allowText();
            if (strings.push(shared) > MOST_CELLS || characters > MOST_CHARACTERS) throw new ReadingStopped('tooLarge');
          }
        },
      });
    return strings;
  }

  /** How each cell style displays a number. */
  async formats(): Promise<NumberFormat[]> {
    const part = this.partOf('styles', 'xl/styles.xml');
    const [codes, formats] = [new Map<number, string>(), [] as NumberFormat[]];
    let inCells = false;
    if (part)
      await this.read(part, {
        open: (name, attributes) => {
          if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
          else if (name === 'cellXfs') inCells = true;
          else if (name === 'xf' && inCells) {
            const id = Number(attributes['numFmtId'] ?? 0);
            if (formats.push(formatOf(id, codes.get(id))) > MOST_STYLES) throw new ReadingStopped('tooLarge');
          }
        },
        close: (name) => {
          if (name === 'cellXfs') inCells = false;
        },
      });
    return formats;
  }

  private sheetsByName(): SheetPart[] {
    const parts = this.archive.names.filter((name) => /^xl\/worksheets\/[^/]{1,80}\.xml$/.test(name));
    if (parts.length === 0) throw new ReadingStopped('notATable');
    return parts
      .slice(0, MOST_SHEETS)
      .sort()
      .map((part) => ({ name: part, visible: true, part }));
  }

  private async workbookPart(): Promise<string> {
    if (!this.archive.has('_rels/.rels')) return 'xl/workbook.xml';
    const relations = await this.relationsIn('_rels/.rels', '');
    return [...relations.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  }

  private relationsOf(part: string): Promise<Map<string, Relation>> {
    const slash = part.lastIndexOf('/') + 1;
    return this.relationsIn(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`, part.slice(0, slash));
  }

  private async relationsIn(part: string, folder: string): Promise<Map<string, Relation>> {
    const relations = new Map<string, Relation>();
    if (this.archive.has(part))
      await this.read(part, {
        open: (name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
          if (name !== 'Relationship' || mode === 'External') return;
          if (relations.size >= MOST_RELATIONS || id.length > LONGEST_ID) throw new ReadingStopped('tooLarge');
          relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), target: partAt(folder, target) });
        },
      });
    return relations;
  }

  private partOf(type: string, usual: string): string | null {
    const part = [...this.relations.values()].find((relation) => relation.type === type)?.target ?? usual;
    return this.archive.has(part) ? part : null;
  }
}

/** `r:id`, with any prefix. */
function relationId(attributes: Attributes): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

function partAt(folder: string, target: string): string {
  const kept: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).slice(0, 500).split('/')) {
    if (step === '..') kept.pop();
    else if (step !== '' && step !== '.') kept.push(step);
  }
  return kept.join('/');
}
