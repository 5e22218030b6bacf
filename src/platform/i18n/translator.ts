import { memoize } from '../memoize.js';
import { formatsOf, type Formats } from './formats.js';
import { LANGUAGES, type Language, type Message, type Messages } from './messages.js';

export type MessageValues = Readonly<Record<string, unknown>>;

interface Part {
  readonly text: string;
  readonly name: string | null;
  readonly format: string | null;
}

export class Translator {
  readonly format: Formats;
  private readonly parts = new Map<string, { one: Part[]; other: Part[] }>();

  constructor(
    readonly language: Language,
    messages: Messages,
  ) {
    this.format = formatsOf(language);
    for (const [key, message] of Object.entries(messages)) this.parts.set(key, formsOf(language, message));
  }

  /** @throws Error if no module defines the key: a page must not show a raw key */
  t(key: string, values: MessageValues = {}): string {
    const forms = this.parts.get(key);
    if (!forms) throw new Error(`No message for "${key}"`);
    const parts = forms.one === forms.other || !this.isOne(values['count']) ? forms.other : forms.one;
    let text = '';
    for (const part of parts) text += part.name === null ? part.text : this.print(key, part, values);
    return text;
  }

  has(key: string): boolean {
    return this.parts.has(key);
  }

  private isOne(count: unknown): boolean {
    return typeof count === 'number' && this.format.plural(count) === 'one';
  }

  private print(key: string, part: Part, values: MessageValues): string {
    const value = values[part.name ?? ''];
    if (value === undefined) throw new Error(`Message "${key}" misses the value {${part.name}}`);
    if (value === null) return '';
    switch (part.format) {
      case 'day':
        return this.format.day(String(value));
      case 'dayShort':
        return this.format.dayShort(String(value));
      case 'clock':
        return this.format.clock(Number(value));
      case 'moment':
        return this.format.moment(Number(value));
      case 'end':
        return this.format.end(Number(value));
      case 'percent':
        return this.format.percent(Number(value));
      default:
        return typeof value === 'number' ? this.format.number(value) : String(value);
    }
  }
}

/** The messages of all modules, in each language. */
export class MessageCatalog {
  private readonly translators: ReadonlyMap<Language, Translator>;

  /** @throws Error if two modules define the same key */
  constructor(sources: readonly Messages[]) {
    const messages: Record<string, Message> = {};
    for (const [key, message] of sources.flatMap((source) => Object.entries(source))) {
      if (key in messages) throw new Error(`Two modules define "${key}"`);
      messages[key] = message;
    }
    this.translators = new Map(LANGUAGES.map((language) => [language, new Translator(language, messages)]));
  }

  in(language: Language): Translator {
    return this.translators.get(language)!;
  }
}

/** Parsed once for all academies of a process. */
export const catalogOf = memoize((sources: readonly Messages[]) => new MessageCatalog(sources));

function formsOf(language: Language, message: Message): { one: Part[]; other: Part[] } {
  const text = language === 'zh-CN' ? message.zh : message.en;
  if (typeof text === 'string') {
    const parts = partsOf(text);
    return { one: parts, other: parts };
  }
  return { one: partsOf(text.one), other: partsOf(text.other) };
}

function partsOf(text: string): Part[] {
  return text
    .split(/(\{\w+(?::\w+)?\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const match = /^\{(\w+)(?::(\w+))?\}$/.exec(piece);
      return match
        ? { text: '', name: match[1]!, format: match[2] ?? null }
        : { text: piece, name: null, format: null };
    });
}
