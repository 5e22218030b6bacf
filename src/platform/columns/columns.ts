import { Check, Column, PrimaryColumn, type ColumnOptions, type ValueTransformer } from 'typeorm';
import { storedJson } from './stored-json.js';

/*
 * Portable column types that work the same on SQLite and PostgreSQL; `schema.ts` has the same ones for migrations. Days
 * are `YYYY-MM-DD`, instants epoch milliseconds.
 */

/** SQLite would store a fraction, PostgreSQL refuses it: both refuse it here. */
const whole: ValueTransformer = {
  to: (value: unknown) => {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error(`${value} is not a whole number`);
    return value;
  },
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};

const jsonText: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (text: string | null) => (text === null ? null : storedJson(text)),
};

const bytesAsText: ValueTransformer = {
  to: (bytes: Uint8Array | null | undefined) =>
    bytes === null || bytes === undefined ? bytes : Buffer.from(bytes).toString('base64'),
  from: (text: string | null) => (text === null ? null : bytesFrom(text)),
};

/** The bytes of a column as a raw query returns it. */
export function bytesFrom(stored: string): Buffer {
  return Buffer.from(stored, 'base64');
}

type Extra = Pick<ColumnOptions, 'nullable' | 'default' | 'name'>;

export const IdColumn = (): PropertyDecorator => PrimaryColumn({ type: 'uuid' });
/** Another row's id; add `@ForeignKey('Other')` for the constraint. */
export const RefColumn = (extra: Extra = {}): PropertyDecorator => Column({ type: 'uuid', ...extra });
export const TextColumn = (length: number, extra: Extra = {}): PropertyDecorator =>
  Column({ type: 'varchar', length, ...extra });
export const LongTextColumn = (extra: Extra = {}): PropertyDecorator => Column({ type: 'text', ...extra });
export const InstantColumn = (extra: Extra = {}): PropertyDecorator =>
  Column({ type: 'bigint', transformer: whole, ...extra });
/** An integer beyond 32 bits, such as the length of a large file. */
export const Column64 = (extra: Extra = {}): PropertyDecorator =>
  Column({ type: 'bigint', transformer: whole, ...extra });
export const DayColumn = (extra: Extra = {}): PropertyDecorator => Column({ type: 'varchar', length: 10, ...extra });
export const WholeColumn = (extra: Extra = {}): PropertyDecorator =>
  Column({ type: 'integer', transformer: whole, ...extra });
export const JsonColumn = (extra: Extra = {}): PropertyDecorator =>
  Column({ type: 'text', transformer: jsonText, ...extra });
/** Bytes, stored as base64 for both databases. A raw query returns text: decode it with `bytesFrom`. */
export const BytesColumn = (extra: Extra = {}): PropertyDecorator =>
  Column({ type: 'text', transformer: bytesAsText, ...extra });
/** One of a fixed list; add `@OneOfCheck(table, column, values)` on the class. */
export const ChoiceColumn = (extra: Extra = {}): PropertyDecorator => Column({ type: 'varchar', length: 40, ...extra });

/** The database refuses any other value. The migration repeats the list with `oneOf`. */
export function OneOfCheck(
  table: string,
  column: string,
  values: readonly string[],
): ClassDecorator & PropertyDecorator {
  return Check(oneOfName(table, column), oneOfExpression(column, values));
}

export const oneOfName = (table: string, column: string): string => `ck_${table}_${column}`;

export function oneOfExpression(column: string, values: readonly string[]): string {
  return `"${column}" IN (${values.map((value) => `'${value}'`).join(', ')})`;
}
export const PrimaryTextColumn = (length: number): PropertyDecorator => PrimaryColumn({ type: 'varchar', length });
/** Another row's id as (a part of) this row's own key. */
export const PrimaryRefColumn = (): PropertyDecorator => PrimaryColumn({ type: 'uuid' });
