import { formatsOf, type Formats } from './formats.js';
import { LANGUAGES, type Language, type Phrase, type Words } from './words.js';

export type WordValues = Readonly<Record<string, unknown>>;

interface Part {
  readonly text: string;
  readonly name: string | null;
  readonly format: string | null;
}

/** One language's voice: says a key with its values filled in. */
export class Speaker {
  readonly format: Formats;
  private readonly parts = new Map<string, { one: Part[]; other: Part[] }>();

  constructor(
    readonly language: Language,
    words: Words,
  ) {
    this.format = formatsOf(language);
    for (const [key, phrase] of Object.entries(words)) this.parts.set(key, formsOf(language, phrase));
  }

  /** @throws Error when no dictionary has the key: a page must not show a raw key. */
  say(key: string, values: WordValues = {}): string {
    const forms = this.parts.get(key);
    if (!forms) throw new Error(`No words for "${key}"`);
    const parts = forms.one === forms.other || !this.isOne(values['count']) ? forms.other : forms.one;
    let said = '';
    for (const part of parts) said += part.name === null ? part.text : this.print(key, part, values);
    return said;
  }

  knows(key: string): boolean {
    return this.parts.has(key);
  }

  private isOne(count: unknown): boolean {
    return typeof count === 'number' && this.format.plural(count) === 'one';
  }

  private print(key: string, part: Part, values: WordValues): string {
    const value = values[part.name ?? ''];
    if (value === undefined) throw new Error(`Words "${key}" miss the value {${part.name}}`);
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

/** Every module's words joined, spoken in each language. */
export class Dictionary {
  private readonly speakers: ReadonlyMap<Language, Speaker>;

  /** @throws Error when two modules define the same key. */
  constructor(sources: readonly Words[]) {
    const words: Record<string, Phrase> = {};
    for (const [key, phrase] of sources.flatMap((source) => Object.entries(source))) {
      if (key in words) throw new Error(`Two dictionaries define "${key}"`);
      words[key] = phrase;
    }
    this.speakers = new Map(LANGUAGES.map((language) => [language, new Speaker(language, words)]));
  }

  in(language: Language): Speaker {
    return this.speakers.get(language)!;
  }
}

function formsOf(language: Language, phrase: Phrase): { one: Part[]; other: Part[] } {
  const said = language === 'zh-CN' ? phrase.zh : phrase.en;
  if (typeof said === 'string') {
    const parts = partsOf(said);
    return { one: parts, other: parts };
  }
  return { one: partsOf(said.one), other: partsOf(said.other) };
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
