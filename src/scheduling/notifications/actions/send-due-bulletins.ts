import { Injectable } from '@nestjs/common';
import { Clock, ReadDatabase, RunningTurn, SYSTEM, type TaskTurn } from '../../../platform/index.js';
import { dueBulletins } from '../data/due-bulletins.js';
import { SendBulletin } from './send-bulletin.js';

@Injectable()
export class SendDueBulletins {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly sendBulletin: SendBulletin,
  ) {}

  /** Sends bulletins without recent changes and urgent ones. Run by `Ticker`; safe in several processes at once. */
  async execute(turn: TaskTurn = new RunningTurn()): Promise<void> {
    for (const id of await dueBulletins(this.reads.query, this.clock.now()))
      if (turn.stillHolds()) await this.sendBulletin.execute(SYSTEM, id);
  }
}
