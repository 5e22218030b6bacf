import { Injectable } from '@nestjs/common';
import { ReadDatabase } from '../../../platform/index.js';
import { bulletinById } from '../data/bulletin-facts.js';
import { openBulletinOf } from '../data/open-bulletins.js';
import { ComposeBulletin } from './compose-bulletin.js';

/** What somebody has changed and nobody has been told of yet. */
export interface PendingChanges {
  readonly bulletinId: string;
  readonly people: number;
  readonly changes: number;
}

@Injectable()
export class PendingNotifications {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly compose: ComposeBulletin,
  ) {}

  /** The person's own open bulletin, their latest; null where there is none. */
  async execute(accountId: string): Promise<PendingChanges | null> {
    const { query } = this.reads;
    const id = await openBulletinOf(query, accountId);
    const bulletin = id && (await bulletinById(query, id));
    if (!bulletin) return null;
    const told = await this.compose.told(query, bulletin);
    return {
      bulletinId: bulletin.id,
      people: told.length,
      changes: new Set(
        told.flatMap(({ changeNotifications }) => changeNotifications.map(({ change }) => change.sessionId)),
      ).size,
    };
  }
}
