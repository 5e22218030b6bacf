import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Clock, ReadDatabase, UnitOfWork } from '../../platform/index.js';

export interface AcademyFacts {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly placeZh: string;
  readonly placeEn: string;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly hasLogo: boolean;
}

const FRESH_FOR = 15_000;

/**
 * Who the academy is, for every page's head:
 * kept in memory, read again after a change here or, a little later, elsewhere.
 */
@Injectable()
export class AcademyProfile implements OnModuleInit {
  private facts: AcademyFacts | null = null;
  private readAt = 0;

  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    unitOfWork: UnitOfWork,
  ) {
    unitOfWork.onCommit(() => {
      if (this.facts === null) this.readAt = 0;
    });
  }

  async onModuleInit(): Promise<void> {
    await this.refresh();
  }

  /** `null` before the first-run page has been filled in. */
  current(): AcademyFacts | null {
    const now = this.clock.now();
    if (Math.abs(now - this.readAt) > FRESH_FOR) {
      this.readAt = now;
      void this.refresh().catch(() => undefined);
    }
    return this.facts;
  }

  async refresh(): Promise<AcademyFacts | null> {
    const row = await this.reads.first<Omit<AcademyFacts, 'hasLogo'> & { hasLogo: number }>(sql`
      SELECT name_zh AS "nameZh", name_en AS "nameEn", place_zh AS "placeZh", place_en AS "placeEn", contact_email AS "contactEmail",
        contact_phone AS "contactPhone", CASE WHEN logo_type IS NULL THEN 0 ELSE 1 END AS "hasLogo" FROM academy WHERE id = 1`);
    this.readAt = this.clock.now();
    this.facts = row && { ...row, hasLogo: row.hasLogo === 1 };
    return this.facts;
  }
}
