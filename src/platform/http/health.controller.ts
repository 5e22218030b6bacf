import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import sql from 'sql-template-tag';
import { ReadDatabase } from '../database/index.js';
import { OpenToAll } from './access.js';

/** `/healthz`: the process is up. `/readyz`: it can also reach its database. */
@Controller()
@OpenToAll()
export class HealthController {
  constructor(private readonly reads: ReadDatabase) {}

  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  @Get('readyz')
  async ready(): Promise<{ status: string }> {
    await this.reads.first(sql`SELECT 1 AS "one"`).catch(() => {
      throw new ServiceUnavailableException();
    });
    return { status: 'ready' };
  }
}
