import { refuse, type Refusal } from '../../platform/refusals.js';
import type { TraineeRefusalCode } from './refusals.js';

export interface SheetText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'GB18030';
}

/**
 * The text of a file that calls itself CSV, whatever wrote it: UTF-8 with or without its mark, UTF-16, or the
 * GBK of Chinese Windows. A workbook, a picture or another file with a false name is refused by its first bytes.
 */
export function readSheetText(bytes: Uint8Array): SheetText | Refusal<TraineeRefusalCode> {
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return refuse('importIsWorkbook', {}, 'file');
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse('importIsOldWorkbook', {}, 'file');
  if (begins(bytes, [0xff, 0xfe])) return decoded(bytes, 'utf-16le', 'UTF-16');
  if (begins(bytes, [0xfe, 0xff])) return decoded(bytes, 'utf-16be', 'UTF-16');
  if (bytes.includes(0) || begins(bytes, [0x25, 0x50, 0x44, 0x46])) return refuse('importIsNotText', {}, 'file');
  const modern = decoded(bytes, 'utf-8', 'UTF-8');
  return 'text' in modern ? modern : decoded(bytes, 'gb18030', 'GB18030');
}

function decoded(bytes: Uint8Array, label: string, encoding: SheetText['encoding']): SheetText | Refusal<TraineeRefusalCode> {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return /[\p{Cc}\uFFFD]/u.test(text.replace(/[\t\r\n]/g, '')) ? refuse('importIsNotText', {}, 'file') : { text, encoding };
  } catch {
    return refuse('importUnreadable', {}, 'file');
  }
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
