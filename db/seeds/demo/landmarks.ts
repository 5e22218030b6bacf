import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import sql, { type Sql } from 'sql-template-tag';
import { ReadDatabase } from '../../../src/platform/index.js';
import { CalendarFeeds } from '../../../src/scheduling/index.js';
import { CAST } from './content/cast.js';

/** Addresses to open first; `null` if what was there has been changed. */
export interface Landmarks {
  readonly valid: string | null;
  readonly revoked: string | null;
  readonly expired: string | null;
  readonly calendar: string | null;
}

export async function landmarksOf(app: NestFastifyApplication, publicUrl: string, today: string): Promise<Landmarks> {
  const reads = app.get(ReadDatabase);
  const certificate = async (where: Sql): Promise<string | null> => {
    const found = await reads.first<{ token: string }>(sql`
      SELECT k.token AS "token" FROM certificate k JOIN trainee t ON t.id = k.trainee_id WHERE ${where}
      ORDER BY CASE WHEN t.name = ${CAST.trainee.name} THEN 0 ELSE 1 END, k.number LIMIT 1`);
    return found && `${publicUrl}/c/${found.token}`;
  };
  const instructor = await reads.first<{ id: string }>(
    sql`SELECT id AS "id" FROM instructor WHERE name = ${CAST.instructor.name}`,
  );
  const secret = instructor && (await app.get(CalendarFeeds).secretOf({ kind: 'instructor', ownerId: instructor.id }));
  return {
    valid: await certificate(sql`k.state = 'valid' AND (k.expires_on IS NULL OR k.expires_on >= ${today})`),
    revoked: await certificate(sql`k.state = 'revoked'`),
    expired: await certificate(sql`k.state = 'valid' AND k.expires_on < ${today}`),
    calendar: secret && `${publicUrl}/calendar/${secret}.ics`,
  };
}
