import { Injectable } from '@nestjs/common';
import { type Actor, refuse, UnitOfWork } from '../../../platform/index.js';
import { NamedTemplate } from '../data/named-template.entity.js';
import { markActive } from '../data/templates.js';
import { changeNamedTemplate, type TemplateOutcome } from './change-named-template.js';

@Injectable()
export class MakeTemplateUsual {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Achievements that have chosen none take this one from now on. @throws NotFound */
  execute(actor: Actor, id: string): Promise<TemplateOutcome> {
    return changeNamedTemplate(this.unitOfWork, actor, {
      id,
      change: async (tx, template) => {
        if (template.retiredAt !== null) return refuse('templateIsRetired', { name: template.name });
        await tx.of(NamedTemplate).update({ isUsual: 'yes' }, { isUsual: 'no' });
        await tx.of(NamedTemplate).update({ id }, { isUsual: 'yes' });
        await markActive(tx);
        return 'certificateTemplate.madeUsual';
      },
    });
  }
}
