import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, Clock, NotAllowed, ReadDatabase, Refusal, refused, type Refused } from '../../platform/index.js';
import type { TraineeRefusalCode } from '../domain/refusals.js';
import { judgeSheet, type PreviewRow } from './judge-sheet.js';
import { ReadSheet } from './read-sheet.js';

export interface ImportPreview {
  readonly rows: readonly PreviewRow[];
  readonly ignored: readonly string[];
  /** The sheet's text and its encoding. */
  readonly text: string;
  readonly encoding: string;
}

@Injectable()
export class PreviewImport {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly sheets: ReadSheet,
    private readonly clock: Clock,
  ) {}

  /** Judges a sheet; writes nothing. */
  async execute(actor: Actor, file: Uint8Array): Promise<ImportPreview | Refused<TraineeRefusalCode>> {
    if (!may(actor, 'trainee.manage')) throw new NotAllowed();
    const sheet = await this.sheets.execute(actor.id, file);
    if (sheet instanceof Refusal) return refused(sheet);
    const { text, encoding, ignored } = sheet;
    return { rows: await judgeSheet(this.reads.query, sheet, this.clock.today()), ignored, text, encoding };
  }
}
