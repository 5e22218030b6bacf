import { Injectable } from '@nestjs/common';
import { type Actor, refuse, UnitOfWork } from '../../../platform/index.js';
import { NamedTemplate } from '../data/named-template.entity.js';
import { changeNamedTemplate, type TemplateOutcome } from './change-named-template.js';

@Injectable()
export class RetireTemplate {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Retires a template: achievements that chose it use the default template. @throws NotFound */
  execute(actor: Actor, id: string): Promise<TemplateOutcome> {
    return changeNamedTemplate(this.unitOfWork, actor, {
      id,
      change: async (tx, template) => {
        if (template.isUsual === 'yes') return refuse('templateIsUsual', { name: template.name });
        await tx.of(NamedTemplate).update({ id }, { retiredAt: template.retiredAt ?? tx.now });
        return 'certificateTemplate.retired';
      },
    });
  }
}
