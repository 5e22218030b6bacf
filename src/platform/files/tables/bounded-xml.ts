import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ReadingStopped } from './table.js';

const MOST_DEPTH = 100;
const MOST_ATTRIBUTES = 100;
/** Names become object keys, and V8 compares keys of more than 16,383 characters one by one. */
const LONGEST_NAME = 1_000;
/**
 * Characters of one tag, text or comment. A cell of Excel has at most 32,767, each written as a character reference of
 * up to 8.
 */
const LONGEST_TOKEN = 300_000;
/** Signs for which the parser takes a token apart: references, line ends and what may end a comment or section. */
const MOST_SIGNS = 2_000_000;
const IS_SIGN = Uint8Array.from({ length: 0x80 }, (_, code) => Number('&\r-]?'.includes(String.fromCharCode(code))));

export type Attributes = Readonly<Record<string, string>>;

/** Receives a document in pieces. Names come without their prefixes. */
export interface XmlListener {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Limits what is read from one file, over all of its parts. */
export class XmlCount {
  private signs = MOST_SIGNS;

  constructor(private elements: number) {}

  takeElement(): void {
    this.elements -= 1;
    if (this.elements < 0) throw new ReadingStopped('tooLarge');
  }

  takeText(text: string): void {
    let signs = 0;
    for (let at = 0; at < text.length; at += 1) signs += IS_SIGN[text.charCodeAt(at)] ?? 0;
    this.takeSigns(signs);
  }

  takeSigns(signs: number): void {
    this.signs -= signs;
    if (this.signs < 0) throw new ReadingStopped('tooLarge');
  }
}

/**
 * Streams XML without keeping any of it. Document type and entity declarations are refused, so nothing in it can
 * expand.
 * @throws ReadingStopped if it is not well-formed, too deep or too large, and whatever the listener throws
 */
export async function readXml(pieces: AsyncIterable<Buffer>, listener: XmlListener, count: XmlCount): Promise<void> {
  let [token, ended] = [0, false];
  const parser = boundedParser(listener, { count, tokenEnds: () => (ended = true) });
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    const text = decoded(decoder, piece);
    count.takeText(text);
    ended = false;
    parser.write(text);
    token = ended ? 0 : token + text.length;
    if (token > LONGEST_TOKEN) throw new ReadingStopped('tooLarge');
  }
  if (!decoder) throw new ReadingStopped('damaged');
  parser.write(decoded(decoder)).close();
}

interface Bounds {
  readonly count: XmlCount;
  readonly tokenEnds: () => void;
}

function boundedParser(listener: XmlListener, { count, tokenEnds }: Bounds): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let [depth, attributes] = [0, 0];
  parser.on('error', () => {
    throw new ReadingStopped('damaged');
  });
  parser.on('doctype', () => {
    throw new ReadingStopped('damaged');
  });
  parser.on('attribute', ({ name, value }) => {
    // Tabs and line ends are spaces by now.
    if (value.includes(' ')) count.takeSigns(value.split(' ').length - 1);
    if ((attributes += 1) > MOST_ATTRIBUTES || name.length > LONGEST_NAME) throw new ReadingStopped('damaged');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    tokenEnds();
    count.takeElement();
    if (tag.name.length > LONGEST_NAME) throw new ReadingStopped('damaged');
    attributes = 0;
    if ((depth += 1) > MOST_DEPTH) throw new ReadingStopped('damaged');
    listener.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    tokenEnds();
    depth -= 1;
    listener.close?.(localName(tag.name));
  });
  for (const kind of ['text', 'cdata'] as const)
    parser.on(kind, (text) => {
      tokenEnds();
      listener.text?.(text);
    });
  for (const kind of ['comment', 'processinginstruction'] as const) parser.on(kind, tokenEnds);
  return parser;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function encodingOf(piece: Buffer): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
  return piece[0] === 0xfe && piece[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function decoded(decoder: TextDecoder, piece?: Buffer): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw new ReadingStopped('damaged');
  }
}
