import type Handlebars from 'handlebars';
import type { Speaker, WordValues } from '../i18n/index.js';
import { remembered } from '../remembered.js';
import type { Assets } from './assets.js';
import { shapes } from './shapes.js';

type Options = Handlebars.HelperOptions;

/** What templates may call. Each prints by one language's rules; none decides anything. */
export function helpersFor(
  speaker: Speaker,
  assets: Assets,
  safe: (html: string) => Handlebars.SafeString,
): Record<string, Handlebars.HelperDelegate> {
  const { format } = speaker;
  const sprite = assets.url('icons.svg');
  return {
    t: (key: string, options: Options) => speaker.say(key, options.hash as WordValues),
    day: (date: string | null) => (date === null ? '' : format.day(date)),
    dayShort: (date: string | null) => (date === null ? '' : format.dayShort(date)),
    month: (date: string) => format.month(date),
    clockTime: (instant: number) => format.clock(instant),
    moment: (instant: number | null) => (instant === null ? '' : format.moment(instant)),
    number: (value: number) => format.number(value),
    percent: (fraction: number) => format.percent(fraction),
    title: (zh: string, en: string) => (speaker.language === 'zh-CN' ? zh || en : en || zh),
    eq: (a: unknown, b: unknown) => a === b,
    or: (...values: unknown[]) => values.slice(0, -1).find(Boolean) ?? false,
    and: (...values: unknown[]) => values.slice(0, -1).every(Boolean),
    not: (value: unknown) => !value,
    concat: (...values: unknown[]) => values.slice(0, -1).join(''),
    gt: (a: unknown, b: unknown) => Number(a) > Number(b),
    ...shapes,
    asset: (name: string) => assets.url(name),
    icon: remembered((name: string) =>
      safe(
        `<svg class="icon" aria-hidden="true" focusable="false"><use href="${sprite}#${/^[\w-]+$/.exec(name)?.[0] ?? ''}"/></svg>`,
      ),
    ),
  };
}
