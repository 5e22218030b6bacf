import sql from 'sql-template-tag';
import type { QueryFunction, ReadDatabase } from '../../platform/index.js';
import type { Education } from '../domain/education.js';

export interface TraineeRow {
  readonly id: string;
  readonly accountId: string | null;
  readonly name: string;
  readonly latinName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly workplace: string | null;
  readonly education: Education | null;
  readonly bornOn: string | null;
  readonly consentAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly note: string | null;
  /** The account's email, for a trainee who can sign in, and whether it is verified. */
  readonly accountEmail: string | null;
  readonly verifiedAt: number | null;
}

const COLUMNS = sql`
  t.id AS "id", t.account_id AS "accountId", t.name AS "name", t.latin_name AS "latinName", t.email AS "email", t.phone AS "phone",
  t.workplace AS "workplace", t.education AS "education", t.born_on AS "bornOn", t.consent_at AS "consentAt", t.created_at AS "createdAt",
  t.updated_at AS "updatedAt", t.note AS "note", a.email AS "accountEmail", a.email_verified_at AS "verifiedAt"`;

export function traineeById(reads: ReadDatabase, id: string): Promise<TraineeRow | null> {
  return reads.first<TraineeRow>(
    sql`SELECT ${COLUMNS} FROM trainee t LEFT JOIN account a ON a.id = t.account_id WHERE t.id = ${id}`,
  );
}

/** The trainee of an account; `null` for staff and visitors. */
export async function traineeOf(query: QueryFunction, accountId: string | null): Promise<TraineeRow | null> {
  if (accountId === null) return null;
  const [row] = await query<TraineeRow>(
    sql`SELECT ${COLUMNS} FROM trainee t LEFT JOIN account a ON a.id = t.account_id WHERE t.account_id = ${accountId}`,
  );
  return row ?? null;
}
