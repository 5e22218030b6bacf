import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  NotAllowed,
  picturesByKey,
  ReadDatabase,
  refuse,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { pictureKeysOf } from '../../core/index.js';
import { paperFaults } from '../../documents/index.js';
import { type StoredVersion, storeTemplate } from '../data/templates.js';
import type { TemplateRefusalCode } from '../domain/refusals.js';
import { type TemplateFacts, templateFaults } from '../domain/template.js';
import { TemplateSamples } from './template-samples.js';

export type VersionOutcome = (StoredVersion & { readonly id: string }) | Refused<TemplateRefusalCode>;

export interface TemplateVersion {
  readonly template: TemplateFacts;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** The id of the named template that a version belongs to, or why it may not. */
export type VersionPlace = (tx: Transaction) => Promise<string | Refused<TemplateRefusalCode>>;

@Injectable()
export class StoreTemplateVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly samples: TemplateSamples,
  ) {}

  /** Stores what is without faults and can be printed. */
  async execute(actor: Actor, { template, today }: TemplateVersion, place: VersionPlace): Promise<VersionOutcome> {
    if (!may(actor, 'certificateTemplate.manage')) throw new NotAllowed();
    const faults = templateFaults(template);
    if (faults.length > 0) return refused(...faults);
    const sample = this.samples.sample({ ...template, version: 0 }, today);
    const missing = paperFaults(sample);
    if (missing.length > 0) return refused(...missing);
    const keys = pictureKeysOf(template);
    if (keys.length > 0 && (await picturesByKey(this.reads.query, keys)).size < keys.length)
      return refused<TemplateRefusalCode>(refuse('templatePictureUnknown'));
    return this.unitOfWork.run(actor, async (tx) => {
      const id = await place(tx);
      if (typeof id !== 'string') return id;
      const stored = await storeTemplate(tx, template, id);
      await tx.audit(
        'certificateTemplate.changed',
        { type: 'certificateTemplate', id, label: template.nameZh || template.nameEn },
        { version: stored.number, numberPattern: template.numberPattern },
      );
      return { ...stored, id };
    });
  }
}
