import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, ReadDatabase, UnitOfWork } from '../../platform/index.js';
import { type AcademyFacts, academyFacts } from '../data/academy-facts.js';

const FRESH_FOR = 15_000;

/**
 * The academy's name and logo, for the header of every page. Cached in memory; reloaded after a change here or, a
 * little later, in another process.
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
    const facts = await academyFacts(this.reads.query);
    this.readAt = this.clock.now();
    this.facts = facts;
    return facts;
  }
}
