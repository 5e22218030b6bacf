import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { ReadingWork } from './reading-work.js';
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
export type Attributes = Readonly<Record<string, string>>;

/** Receives a document in pieces. Names come without their prefixes. */
export interface XmlListener {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * Streams XML without keeping any of it. Document type and entity declarations are refused, so nothing in it can
 * expand.
 * @throws ReadingStopped if it is not well-formed, too deep or too large, and whatever the listener throws
 */
export async function readXml(pieces: AsyncIterable<Buffer>, listener: XmlListener, work: ReadingWork): Promise<void> {
  let [token, ended] = [0, false];
  const parser = boundedParser(listener, { work, tokenEnds: () => (ended = true) });
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    const text = decoded(decoder, piece);
    work.takeText(text);
    ended = false;
    parser.write(text);
    token = ended ? 0 : token + text.length;
    if (token > LONGEST_TOKEN) throw new ReadingStopped('tooLarge');
  }
  if (!decoder) throw new ReadingStopped('damaged');
  parser.write(decoded(decoder)).close();
}

interface Bounds {
  readonly work: ReadingWork;
  readonly tokenEnds: () => void;
}

function boundedParser(listener: XmlListener, { work, tokenEnds }: Bounds): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let [depth, attributes] = [0, 0];
  parser.on('error', () => {
    throw new ReadingStopped('damaged');
  });
  parser.on('doctype', () => {
    throw new ReadingStopped('damaged');
  });
  parser.on('attribute', ({ name, value }) => {
    work.takeAttribute(value);
    if ((attributes += 1) > MOST_ATTRIBUTES || name.length > LONGEST_NAME) throw new ReadingStopped('damaged');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    tokenEnds();
    work.takeElement();
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
  const otherTokenEnds = (): void => {
    tokenEnds();
    work.takeOtherToken();
  };
  parser.on('text', (text) => {
    tokenEnds();
    listener.text?.(text);
  });
  parser.on('cdata', (text) => {
    otherTokenEnds();
    listener.text?.(text);
  });
  for (const kind of ['comment', 'processinginstruction'] as const) parser.on(kind, otherTokenEnds);
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
