import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ReadingStopped } from './table.js';

const MOST_DEPTH = 100;
const MOST_ATTRIBUTES = 100;
/** Names become object keys, and V8 compares keys of more than 16,383 characters one by one. */
const LONGEST_NAME = 1_000;
/** Characters before the first element. A document type declaration is refused at its end, which must not be far. */
const LONGEST_PROLOG = 200_000;

export type Attributes = Readonly<Record<string, string>>;

/** Receives a document in pieces. Names come without their prefixes. */
export interface XmlListener {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Limits the elements read from one file, over all of its parts. */
export class ElementCount {
  constructor(private left: number) {}

  take(): void {
    this.left -= 1;
    if (this.left < 0) throw new ReadingStopped('tooLarge');
  }
}

/**
 * Streams XML without keeping any of it. Document type and entity declarations are refused, so nothing in it can
 * expand.
 * @throws ReadingStopped if it is not well-formed, too deep or too large, and whatever the listener throws
 */
export async function readXml(
  pieces: AsyncIterable<Buffer>,
  listener: XmlListener,
  elements: ElementCount,
): Promise<void> {
  let begun = false;
  const open: XmlListener['open'] = (name, attributes) => {
    begun = true;
    listener.open(name, attributes);
  };
  const parser = boundedParser({ ...listener, open }, elements);
  let decoder: TextDecoder | null = null;
  let prolog = 0;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    const text = decoded(decoder, piece);
    parser.write(text);
    prolog += begun ? 0 : text.length;
    if (prolog > LONGEST_PROLOG) throw new ReadingStopped('damaged');
  }
  if (!decoder) throw new ReadingStopped('damaged');
  parser.write(decoded(decoder)).close();
}

function boundedParser(listener: XmlListener, elements: ElementCount): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let [depth, attributes] = [0, 0];
  parser.on('error', () => {
    throw new ReadingStopped('damaged');
  });
  parser.on('doctype', () => {
    throw new ReadingStopped('damaged');
  });
  parser.on('attribute', ({ name }) => {
    if ((attributes += 1) > MOST_ATTRIBUTES || name.length > LONGEST_NAME) throw new ReadingStopped('damaged');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    elements.take();
    if (tag.name.length > LONGEST_NAME) throw new ReadingStopped('damaged');
    attributes = 0;
    if ((depth += 1) > MOST_DEPTH) throw new ReadingStopped('damaged');
    listener.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth -= 1;
    listener.close?.(localName(tag.name));
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
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
