import { Injectable } from '@nestjs/common';
import { ReadDatabase } from '../../../platform/index.js';
import { bulletinById } from '../data/bulletin-facts.js';
import { openBulletinOf } from '../data/open-bulletins.js';
import { ComposeBulletin } from './compose-bulletin.js';

/** Changes of one person that nobody is notified of yet. */
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

  /** The latest open bulletin of the account; null if there is none. */
  async execute(accountId: string): Promise<PendingChanges | null> {
    const { query } = this.reads;
    const id = await openBulletinOf(query, accountId);
    const bulletin = id && (await bulletinById(query, id));
    if (!bulletin) return null;
    const recipients = await this.compose.recipients(query, bulletin);
    return {
      bulletinId: bulletin.id,
      people: recipients.length,
      changes: new Set(
        recipients.flatMap(({ changeNotifications }) => changeNotifications.map(({ change }) => change.sessionId)),
      ).size,
    };
  }
}
