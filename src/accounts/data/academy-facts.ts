import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

export interface AcademyFacts {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly placeZh: string;
  readonly placeEn: string;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly hasLogo: boolean;
}

/** `null` before the first-run page has been filled in. */
export async function academyFacts(query: QueryFunction): Promise<AcademyFacts | null> {
  const [row] = await query<Omit<AcademyFacts, 'hasLogo'> & { hasLogo: number }>(sql`
    SELECT name_zh AS "nameZh", name_en AS "nameEn", place_zh AS "placeZh", place_en AS "placeEn", contact_email AS "contactEmail",
      contact_phone AS "contactPhone", CASE WHEN logo_type IS NULL THEN 0 ELSE 1 END AS "hasLogo" FROM academy WHERE id = 1`);
  return row ? { ...row, hasLogo: row.hasLogo === 1 } : null;
}

export interface AcademyLogo {
  /** Base64; `null` if the academy has no logo. */
  readonly logo: string | null;
  readonly logoType: string | null;
}

/** `null` before the first-run page has been filled in. */
export async function academyLogo(query: QueryFunction): Promise<AcademyLogo | null> {
  const [row] = await query<AcademyLogo>(sql`SELECT logo AS "logo", logo_type AS "logoType" FROM academy WHERE id = 1`);
  return row ?? null;
}
