import { ValidateBy, type ValidationOptions } from 'class-validator';
import type { MessageValues } from '../i18n/index.js';
import { looksLikeId } from '../ids.js';
import {
  hasControls,
  hasTooManyMarks,
  isBlank,
  MOST_MARKS,
  normalizeText,
  REPLACEMENT,
  withoutZeroWidth,
} from '../texts.js';
import { readDate, readTime } from './typed-time.js';

/*
 * The kinds of form fields. Each parses what was typed (`''` if nothing was), and refuses it with a key of the `form.*`
 * messages. `optional` fields are `null` when left empty. What nobody sees counts as empty, except in passwords.
 */

export interface FieldKind {
  /** The value of what was typed, or `undefined` if it cannot be parsed. `today` is `YYYY-MM-DD`. */
  readonly read: (typed: string, today: string) => unknown;
  readonly many: boolean;
  /** Spaces around it belong to the value. */
  readonly exact: boolean;
}

const KINDS = new WeakMap<object, Map<string, FieldKind>>();

/** The fields of a form class, in the order of their declaration. */
export function fieldsOf(form: { prototype: object }): ReadonlyMap<string, FieldKind> {
  const parent = Object.getPrototypeOf(form.prototype) as object | null;
  const inherited = parent && parent !== Object.prototype ? [...fieldsOf({ prototype: parent })] : [];
  return new Map([...inherited, ...(KINDS.get(form.prototype) ?? [])]);
}

interface Optional {
  readonly optional?: boolean;
}

/** One line of text: trimmed, normalized (NFC), without control characters. `max` counts characters. */
export function TextField(rule: Optional & { max: number; min?: number }): PropertyDecorator {
  return textField(oneLine, rule);
}

function textField(read: (typed: string) => string, rule: Optional & { max: number; min?: number }): PropertyDecorator {
  return field({ read }, rule, [
    must('noControls', { key: 'form.no_controls' }, (value) => !hasControls(String(value))),
    must('noReplacement', { key: 'form.no_replacement' }, (value) => !String(value).includes(REPLACEMENT)),
    must(
      'atLeast',
      { key: 'form.too_short', values: { min: rule.min ?? 1 } },
      (value) => lengthOf(value) >= (rule.min ?? 1),
    ),
    must('atMost', { key: 'form.too_long', values: { max: rule.max } }, (value) => lengthOf(value) <= rule.max),
  ]);
}

/**
 * A person's name, or a number, which people paste from chats and web pages: like `TextField`, without the zero-width
 * characters that these add.
 */
export function PastedField(rule: Optional & { max: number }): PropertyDecorator {
  return textField((typed) => oneLine(withoutZeroWidth(typed)), rule);
}

/** Text of several lines. */
export function LongTextField(rule: Optional & { max: number }): PropertyDecorator {
  return field({ read: (typed) => normalizeText(typed.replace(/\r\n?|[\u2028\u2029]/g, '\n'), 'NFC').trim() }, rule, [
    must('noControls', { key: 'form.no_controls' }, (value) => !hasControls(String(value).replace(/[\n\t]/g, ''))),
    must('noReplacement', { key: 'form.no_replacement' }, (value) => !String(value).includes(REPLACEMENT)),
    must('atMost', { key: 'form.too_long', values: { max: rule.max } }, (value) => lengthOf(value) <= rule.max),
  ]);
}

/** A code as people type it: upper case letters, digits, dashes and dots. */
export function CodeField(rule: Optional & { max: number }): PropertyDecorator {
  return field({ read: (typed) => normalizeText(oneLine(typed), 'NFKC').toUpperCase() }, rule, [
    must('isCode', { key: 'form.not_a_code' }, (value) => /^[A-Z0-9][A-Z0-9.-]*$/.test(String(value))),
    must('atMost', { key: 'form.too_long', values: { max: rule.max } }, (value) => lengthOf(value) <= rule.max),
  ]);
}

/** A one-time code of six digits, which people type in groups or in full width. */
export function OneTimeCodeField(): PropertyDecorator {
  return field({ read: (typed) => normalizeText(withoutZeroWidth(typed), 'NFKC').replace(/[\s-]/g, '') }, {}, [
    must('isOneTimeCode', { key: 'form.not_six_digits' }, (value) => /^\d{6}$/.test(String(value))),
  ]);
}

export function EmailField(rule: Optional = {}): PropertyDecorator {
  return field({ read: (typed) => normalizeText(oneLine(typed), 'NFKC').toLowerCase() }, rule, [
    must('noControls', { key: 'form.no_controls' }, (value) => !hasControls(String(value))),
    must(
      'isEmail',
      { key: 'form.not_an_email' },
      (value) => String(value).length <= 254 && /^[^\s@<>"(),:;\\[\]]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(String(value)),
    ),
  ]);
}

/** A password: kept exactly as typed, spaces around it too. */
export function PasswordField(rule: { min?: number } = {}): PropertyDecorator {
  return field({ read: (typed) => typed, exact: true }, {}, [
    must(
      'atLeast',
      { key: 'form.password_short', values: { min: rule.min ?? 1 } },
      (value) => lengthOf(value) >= (rule.min ?? 1),
    ),
    must('atMost', { key: 'form.too_long', values: { max: 200 } }, (value) => lengthOf(value) <= 200),
  ]);
}

export function WholeField(rule: Optional & { min: number; max: number }): PropertyDecorator {
  return field({ read: (typed) => readWhole(typed) }, rule, [
    must('isWhole', { key: 'form.not_whole' }, (value) => Number.isSafeInteger(value)),
    must(
      'inRange',
      { key: 'form.out_of_range', values: { min: rule.min, max: rule.max } },
      (value) => !Number.isSafeInteger(value) || (Number(value) >= rule.min && Number(value) <= rule.max),
    ),
  ]);
}

/** A day, read from what people type; the value is `YYYY-MM-DD`. */
export function DayField(rule: Optional = {}): PropertyDecorator {
  return field({ read: (typed, today) => readDate(typed, today) ?? undefined }, rule, [
    must('isDay', { key: 'form.not_a_date' }, (value) => typeof value === 'string'),
  ]);
}

/** A time of day, read from what people type; the value is `HH:MM`. */
export function TimeField(rule: Optional = {}): PropertyDecorator {
  return field({ read: (typed) => readTime(typed) ?? undefined }, rule, [
    must('isTime', { key: 'form.not_a_time' }, (value) => typeof value === 'string'),
  ]);
}

/** One of a fixed list, or of a list that only the action knows (and checks). */
export function ChoiceField(values: readonly string[], rule: Optional = {}): PropertyDecorator {
  return field({ read: (typed) => typed }, rule, [
    must('isChoice', { key: 'form.not_a_choice' }, (value) => values.includes(String(value))),
  ]);
}

/** A reference to a row: its id, chosen from a list. The action checks that the row exists. */
export function IdField(rule: Optional = {}): PropertyDecorator {
  return field({ read: (typed) => typed }, rule, [
    must('isId', { key: 'form.not_a_choice' }, (value) => looksLikeId(String(value))),
  ]);
}

const MOST_CHOSEN = 200;

/** Several of a list; the value is an array, empty if none was chosen. */
export function ChoicesField(values: readonly string[]): PropertyDecorator {
  return manyField((one) => values.includes(one));
}

/** Ids of several rows; the value is an array, empty if none was chosen. */
export function IdsField(): PropertyDecorator {
  return manyField(looksLikeId);
}

/** Ids of several rows, each with the version that the page showed, if it showed one: `<id>:<number>`. */
export function VersionedIdsField(): PropertyDecorator {
  return manyField((one) => /^[^:]+(?::\d{1,9})?$/.test(one) && looksLikeId(one.split(':')[0] ?? ''));
}

function manyField(isChoice: (one: string) => boolean): PropertyDecorator {
  return field({ read: (typed) => typed, many: true }, {}, [
    must(
      'areChoices',
      { key: 'form.not_a_choice' },
      (value) => Array.isArray(value) && value.length <= MOST_CHOSEN && value.every((one) => isChoice(String(one))),
    ),
  ]);
}

export function FlagField(): PropertyDecorator {
  return field({ read: (typed) => typed !== '' && typed !== '0' && typed !== 'false' }, {}, []);
}

function field(
  kind: Pick<FieldKind, 'read'> & Partial<FieldKind>,
  rule: Optional,
  checks: readonly PropertyDecorator[],
): PropertyDecorator {
  const optional = rule.optional ?? false;
  const isFlag = checks.length === 0;
  const isEmpty = (typed: string): boolean => (kind.exact ? typed === '' : isBlank(typed));
  return (target, property) => {
    const known = KINDS.get(target) ?? new Map<string, FieldKind>();
    KINDS.set(
      target,
      known.set(String(property), {
        many: kind.many ?? false,
        exact: kind.exact ?? false,
        read: (typed, today) =>
          isEmpty(typed) && !kind.many && !isFlag ? (optional ? null : '') : kind.read(typed, today),
      }),
    );
    if (!optional && !kind.many && !isFlag)
      must('isFilled', { key: 'form.required' }, (value) => value !== '')(target, property);
    must(
      'fewMarks',
      { key: 'form.too_many_marks', values: { max: MOST_MARKS } },
      (value) => typeof value !== 'string' || !hasTooManyMarks(value),
    )(target, property);
    for (const check of checks) check(target, property);
  };
}

interface ConstraintMessage {
  readonly key: string;
  readonly values?: MessageValues;
}

/** A constraint with its message. An empty field is only reported as empty. */
function must(
  name: string,
  { key, values = {} }: ConstraintMessage,
  holds: (value: unknown) => boolean,
): PropertyDecorator {
  const options: ValidationOptions = { message: key, context: { values } };
  return ValidateBy(
    {
      name,
      validator: {
        validate: (value: unknown) => (value === null || (value === '' && name !== 'isFilled') ? true : holds(value)),
      },
    },
    options,
  );
}

const oneLine = (typed: string): string =>
  normalizeText(typed, 'NFC')
    .replace(/[ \t\u3000]+/g, ' ')
    .trim();
const lengthOf = (value: unknown): number => [...String(value)].length;

function readWhole(typed: string): number | string {
  const text = normalizeText(typed, 'NFKC').replace(/[,\s]/g, '');
  return /^-?\d{1,15}$/.test(text) ? Number(text) : typed;
}
