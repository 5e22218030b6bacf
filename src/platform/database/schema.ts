import { Table, TableCheck, TableForeignKey, TableIndex, type TableColumnOptions } from 'typeorm';
import { oneOfExpression, oneOfName } from '../columns/columns.js';
import { ReadableNaming } from './naming.js';

const naming = new ReadableNaming();
type Nullable = { readonly nullable?: boolean; readonly default?: string | number };

/** Columns for migrations: the same types as `columns.ts` defines for entities. Names are `snake_case`. */
export const column = {
  id: (): TableColumnOptions => ({ name: 'id', type: 'uuid', isPrimary: true }),
  ref: (name: string, extra: Nullable = {}): TableColumnOptions => ({
    name,
    type: 'uuid',
    isNullable: extra.nullable ?? false,
  }),
  text: (name: string, length: number, extra: Nullable = {}): TableColumnOptions => ({
    name,
    type: 'varchar',
    length: String(length),
    ...rest(extra),
  }),
  longText: (name: string, extra: Nullable = {}): TableColumnOptions => ({ name, type: 'text', ...rest(extra) }),
  instant: (name: string, extra: Nullable = {}): TableColumnOptions => ({ name, type: 'bigint', ...rest(extra) }),
  whole64: (name: string, extra: Nullable = {}): TableColumnOptions => ({ name, type: 'bigint', ...rest(extra) }),
  day: (name: string, extra: Nullable = {}): TableColumnOptions => ({
    name,
    type: 'varchar',
    length: '10',
    ...rest(extra),
  }),
  whole: (name: string, extra: Nullable = {}): TableColumnOptions => ({ name, type: 'integer', ...rest(extra) }),
  json: (name: string, extra: Nullable = {}): TableColumnOptions => ({ name, type: 'text', ...rest(extra) }),
  bytes: (name: string, extra: Nullable = {}): TableColumnOptions => ({ name, type: 'text', ...rest(extra) }),
  choice: (name: string, extra: Nullable = {}): TableColumnOptions => ({
    name,
    type: 'varchar',
    length: '40',
    ...rest(extra),
  }),
};

function rest(extra: Nullable): Partial<TableColumnOptions> {
  const fallback =
    extra.default === undefined
      ? {}
      : { default: typeof extra.default === 'string' ? `'${extra.default}'` : String(extra.default) };
  return { isNullable: extra.nullable ?? false, ...fallback };
}

interface TableRules {
  /** Columns of a primary key that is not the single column `id`. */
  readonly primary?: readonly string[];
  readonly foreignKeys?: readonly { columns: string[]; to: string; toColumns?: string[] }[];
  /**
   * Unique indices; `where` makes one partial.
   * Entities say `@Index('ux_<table>_<columns>', [...], { unique: true, where })`.
   */
  readonly unique?: readonly { columns: string[]; where?: string }[];
  readonly indices?: readonly string[][];
  /** `{ column: values }`, the entity's `@OneOfCheck`. */
  readonly oneOf?: Readonly<Record<string, readonly string[]>>;
  /** `{ name: expression }`, the entity's `@Check('ck_…', …)`. */
  readonly checks?: Readonly<Record<string, string>>;
}

/** A table as a migration creates it, with readable constraint names. */
export function table(name: string, columns: TableColumnOptions[], rules: TableRules = {}): Table {
  return new Table({
    name,
    columns: columns.map((one) => {
      const primary = one.isPrimary || (rules.primary?.includes(one.name) ?? false);
      return primary ? { ...one, isPrimary: true, primaryKeyConstraintName: `pk_${name}` } : one;
    }),
    foreignKeys: (rules.foreignKeys ?? []).map(
      ({ columns: own, to, toColumns }) =>
        new TableForeignKey({
          name: naming.foreignKeyName(name, own),
          columnNames: own,
          referencedTableName: to,
          referencedColumnNames: toColumns ?? ['id'],
        }),
    ),
    indices: [
      ...(rules.unique ?? []).map(
        ({ columns: own, where }) =>
          new TableIndex({
            name: `ux_${name}_${own.join('_')}`,
            columnNames: own,
            isUnique: true,
            ...(where ? { where } : {}),
          }),
      ),
      ...(rules.indices ?? []).map((own) => new TableIndex({ name: naming.indexName(name, own), columnNames: own })),
    ],
    checks: [
      ...Object.entries(rules.oneOf ?? {}).map(
        ([own, values]) =>
          new TableCheck({
            name: oneOfName(name, own),
            columnNames: [own],
            expression: oneOfExpression(own, values),
          }),
      ),
      ...Object.entries(rules.checks ?? {}).map(([own, expression]) => new TableCheck({ name: own, expression })),
    ],
  });
}
