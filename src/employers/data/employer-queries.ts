import sql, { empty, type Sql } from 'sql-template-tag';
import type { ReadDatabase } from '../../platform/index.js';
import type { SponsoredCohorts } from '../domain/sponsored-cohorts.js';
import type { EmployerKind, Park } from '../domain/kinds.js';

export interface EmployerFilter {
  readonly q: string;
  readonly kind: string;
  readonly park: string;
}

export interface EmployerLine {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly kind: EmployerKind;
  readonly park: Park | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly placed: number;
  readonly sponsored: number;
}

export interface EmployerRow {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly creditCode: string | null;
  readonly kind: EmployerKind;
  readonly park: Park | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly note: string | null;
}

interface Slice {
  readonly page: number;
  readonly size: number;
  /** Sorts names by the rules of the reader's language, which no database knows. */
  readonly compare: (a: string, b: string) => number;
}

/** One page of the employers, by name. There are some hundreds, so all are sorted in memory. */
export async function employerList(
  reads: ReadDatabase,
  filter: EmployerFilter,
  { page, size, compare, cohorts }: Slice & { readonly cohorts: SponsoredCohorts },
): Promise<{ rows: EmployerLine[]; count: number }> {
  const from = filterClause(filter);
  const rows = await reads.query<EmployerLine>(sql`
    SELECT e.id AS "id", e.name AS "name", e.name_en AS "nameEn", e.kind AS "kind", e.park AS "park", e.contact_name AS "contactName", e.contact_phone AS "contactPhone",
      (SELECT COUNT(*) FROM placement p WHERE p.employer_id = e.id) AS "placed",
      ${cohorts.ofEmployer(sql`e.id`)} AS "sponsored"
    ${from}`);
  return {
    rows: rows.sort((one, other) => compare(one.name, other.name)).slice((page - 1) * size, page * size),
    count: rows.length,
  };
}

function filterClause({ q, kind, park }: EmployerFilter): Sql {
  const like = `%${q.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  return sql`FROM employer e WHERE 1 = 1 ${kind === '' ? empty : sql`AND e.kind = ${kind}`} ${park === '' ? empty : sql`AND e.park = ${park}`}
    ${q === '' ? empty : sql`AND (lower(e.name) LIKE ${like} ESCAPE '!' OR lower(e.name_en) LIKE ${like} ESCAPE '!' OR lower(e.credit_code) LIKE ${like} ESCAPE '!' OR lower(e.contact_name) LIKE ${like} ESCAPE '!')`}`;
}

export function employerById(reads: ReadDatabase, id: string): Promise<EmployerRow | null> {
  return reads.first<EmployerRow>(sql`
    SELECT id AS "id", name AS "name", name_en AS "nameEn", credit_code AS "creditCode", kind AS "kind", park AS "park",
      contact_name AS "contactName", contact_email AS "contactEmail", contact_phone AS "contactPhone", note AS "note" FROM employer WHERE id = ${id}`);
}

/** The employers or sponsors to choose from in a form. */
export function employerChoices(reads: ReadDatabase): Promise<{ id: string; name: string }[]> {
  return reads.query(sql`SELECT id AS "id", name AS "name" FROM employer`);
}
