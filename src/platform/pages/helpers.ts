import type Handlebars from 'handlebars';
import type { Translator, MessageValues } from '../i18n/index.js';
import { memoize } from '../memoize.js';
import type { Assets } from './assets.js';
import { shapes } from './shapes.js';

type Options = Handlebars.HelperOptions;

/** The helpers of templates. Each formats by one language's rules; none decides anything. */
export function helpersFor(
  translator: Translator,
  assets: Assets,
  safe: (html: string) => Handlebars.SafeString,
): Record<string, Handlebars.HelperDelegate> {
  const { format } = translator;
  const sprite = assets.url('icons.svg');
  return {
    t: (key: string, options: Options) => translator.t(key, options.hash as MessageValues),
    day: (date: string | null) => (date === null ? '' : format.day(date)),
    dayShort: (date: string | null) => (date === null ? '' : format.dayShort(date)),
    month: (date: string) => format.month(date),
    clockTime: (instant: number) => format.clock(instant),
    moment: (instant: number | null) => (instant === null ? '' : format.moment(instant)),
    number: (value: number) => format.number(value),
    percent: (fraction: number) => format.percent(fraction),
    title: (zh: string, en: string) => (translator.language === 'zh-CN' ? zh || en : en || zh),
    eq: (a: unknown, b: unknown) => a === b,
    or: (...values: unknown[]) => values.slice(0, -1).find(Boolean) ?? false,
    and: (...values: unknown[]) => values.slice(0, -1).every(Boolean),
    not: (value: unknown) => !value,
    concat: (...values: unknown[]) => values.slice(0, -1).join(''),
    gt: (a: unknown, b: unknown) => Number(a) > Number(b),
    ...shapes,
    asset: (name: string) => assets.url(name),
    icon: memoize((name: string) =>
      safe(
        `<svg class="icon" aria-hidden="true" focusable="false"><use href="${sprite}#${/^[\w-]+$/.exec(name)?.[0] ?? ''}"/></svg>`,
      ),
    ),
  };
}
