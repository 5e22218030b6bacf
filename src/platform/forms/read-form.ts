import { validateSync, type ValidationError } from 'class-validator';
import type { MessageValues } from '../i18n/index.js';
import type { Refusal } from '../refusals.js';
import { textOf, textsOf } from './body.js';
import { fieldsOf } from './fields.js';

/** What was typed, by field: shown again if the form fails. */
export type TypedValues = Readonly<Record<string, string | readonly string[]>>;

/** What is wrong with one field, as a message key. `field` is `null` for the form as a whole. */
export interface FieldFault {
  readonly field: string | null;
  readonly key: string;
  readonly values: MessageValues;
}

export type FormRead<Form> =
  | { readonly ok: true; readonly form: Form; readonly typed: TypedValues }
  | {
      readonly ok: false;
      readonly faults: readonly FieldFault[];
      readonly refusals?: readonly Refusal[];
      readonly typed: TypedValues;
    };

/** For a form whose fields must be consistent with each other. Called only if each field is valid by itself. */
export interface AgreesWithItself {
  disagreements(today: string): FieldFault[];
}

export type FormClass<Form extends object> = new () => Form;

/** Parses a body into a form. `today` (`YYYY-MM-DD`) completes days typed without a year. */
export function readForm<Form extends object>(
  formClass: FormClass<Form>,
  body: unknown,
  today: string,
): FormRead<Form> {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const typed: Record<string, string | string[]> = {};
  const form = new formClass();
  for (const [name, kind] of fieldsOf(formClass)) {
    const value = kind.many ? textsOf(sent[name]) : kind.exact ? textOf(sent[name]) : textOf(sent[name]).trim();
    typed[name] = value;
    Object.assign(form, { [name]: Array.isArray(value) ? value : kind.read(value, today) });
  }
  const faults = validateSync(form, { stopAtFirstError: true, forbidUnknownValues: false }).map(faultOf);
  if (faults.length === 0 && 'disagreements' in form) faults.push(...(form as AgreesWithItself).disagreements(today));
  return faults.length === 0 ? { ok: true, form, typed } : { ok: false, faults, typed };
}

/**
 * Adds refusals from before the form was read, such as for an uploaded file, so that it fails with all faults at once.
 */
export function withRefusals<Form>(read: FormRead<Form>, refusals: readonly Refusal[]): FormRead<Form> {
  return refusals.length === 0 ? read : { ok: false, faults: read.ok ? [] : read.faults, refusals, typed: read.typed };
}

export function fault(field: string | null, key: string, values: MessageValues = {}): FieldFault {
  return { field, key, values };
}

function faultOf(error: ValidationError): FieldFault {
  const failed = Object.keys(error.constraints ?? {});
  const name = failed.find((one) => one === 'isFilled') ?? failed[0] ?? '';
  const context = error.contexts?.[name] as { values?: MessageValues } | undefined;
  return { field: error.property, key: error.constraints?.[name] ?? 'form.required', values: context?.values ?? {} };
}
