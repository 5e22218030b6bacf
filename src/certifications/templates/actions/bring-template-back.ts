import { Injectable } from '@nestjs/common';
import { type Actor, UnitOfWork } from '../../../platform/index.js';
import { NamedTemplate } from '../data/named-template.entity.js';
import { changeNamedTemplate, type TemplateOutcome } from './change-named-template.js';

@Injectable()
export class BringTemplateBack {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Makes a retired template available again. @throws NotFound */
  execute(actor: Actor, id: string): Promise<TemplateOutcome> {
    return changeNamedTemplate(this.unitOfWork, actor, {
      id,
      change: async (tx) => {
        await tx.of(NamedTemplate).update({ id }, { retiredAt: null });
        return 'certificateTemplate.broughtBack';
      },
    });
  }
}
