import type { Translator } from '../i18n/index.js';
import type { Refusal } from '../refusals.js';
import { fieldsOf } from './fields.js';
import type { FieldFault, FormClass, TypedValues } from './read-form.js';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** An option of a filter, outside a form. */
export interface SelectOption extends Option {
  readonly selected: boolean;
}

export interface FieldView {
  readonly name: string;
  readonly id: string;
  readonly value: string;
  readonly checked: boolean;
  readonly error: string | null;
  readonly options: readonly (SelectOption & { readonly id: string })[];
}

export interface Problem {
  readonly text: string;
  /** A link to the field, or `null` for the form as a whole. */
  readonly href: string | null;
}

/**
 * A form as its template sees it: a view model for each field, and `summary`, all problems in the order of the fields.
 */
export type FormView<Form> = {
  readonly [Field in keyof Form as Form[Field] extends Function ? never : Field]: FieldView;
} & { readonly summary: readonly Problem[] };

/** The values and faults that a form is rendered with. */
export interface FormState {
  readonly typed?: TypedValues;
  readonly faults?: readonly FieldFault[];
  readonly refusals?: readonly Refusal[];
}

interface FormContext {
  readonly options?: Readonly<Record<string, readonly Option[]>>;
  /** Distinguishes the ids of fields of one name, if a page has several forms. */
  readonly part?: string;
}

/** The view model of a form: empty, filled from a row (`typedFrom`), or failed with everything typed kept. */
export function formView<Form extends object>(
  formClass: FormClass<Form>,
  translator: Translator,
  filling: FormState & FormContext = {},
): FormView<Form> {
  const problems = [
    ...(filling.faults ?? []).map((one) => ({ field: one.field, text: translator.t(one.key, one.values) })),
    ...(filling.refusals ?? []).map((one) => ({
      field: one.field,
      text: translator.t(`refusal.${one.code}`, one.data),
    })),
  ];
  const names = [...fieldsOf(formClass).keys()];
  const idOf = (name: string) => (filling.part === undefined ? `field-${name}` : `field-${filling.part}-${name}`);
  const views = names.map((name) => {
    const typed = filling.typed?.[name] ?? '';
    const chosen = Array.isArray(typed) ? typed : [typed];
    const options = (filling.options?.[name] ?? []).map((option, at) => ({
      ...option,
      id: `${name}-${at}`,
      selected: chosen.includes(option.value),
    }));
    const value = typeof typed === 'string' ? typed : typed.join('\n');
    const error = problems.find((one) => one.field === name)?.text ?? null;
    return [
      name,
      { name, id: idOf(name), value, checked: isTicked(value), error, options } satisfies FieldView,
    ] as const;
  });
  const order = (field: string | null) => (field === null ? -1 : names.indexOf(field));
  const summary = [...problems]
    .sort((a, b) => order(a.field) - order(b.field))
    .map(({ field, text }) => ({ text, href: field !== null && names.includes(field) ? `#${idOf(field)}` : null }));
  return { ...Object.fromEntries(views), summary } as FormView<Form>;
}

/** A row's values as if they had been typed, to open an edit form. */
export function typedFrom(values: Readonly<Record<string, unknown>>): TypedValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? value.map(String)
        : value === null || value === undefined || value === false
          ? ''
          : value === true
            ? '1'
            : String(value as string | number),
    ]),
  );
}

/** The options of a fixed list, with the messages `<prefix>.<value>`. */
export function optionsOf(translator: Translator, prefix: string, values: readonly string[]): Option[] {
  return values.map((value) => ({ value, label: translator.t(`${prefix}.${value}`) }));
}

/** Options of a filter. @param value the chosen one; `null`: none */
export function selectOptions(options: readonly Option[], value: string | null): SelectOption[] {
  return options.map((option) => ({ ...option, selected: option.value === value }));
}

/** Sorts options by label, by the language's rules: pinyin in Chinese. */
export function byLabel<Choice extends Option>(translator: Translator, options: readonly Choice[]): Choice[] {
  return [...options].sort((one, other) => translator.format.compare(one.label, other.label));
}

const isTicked = (value: string): boolean => value !== '' && value !== '0' && value !== 'false';
