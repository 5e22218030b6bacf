import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { Achievement } from '../../../courses/index.js';
import { type Actor, NotAllowed, refuse, refused, UnitOfWork, found } from '../../../platform/index.js';
import { AchievementTemplate, NamedTemplate } from '../data/named-template.entity.js';
import type { TemplateRefusalCode } from '../domain/refusals.js';
import type { TemplateOutcome } from './change-named-template.js';

@Injectable()
export class ChooseTemplate {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** `null`: the usual one, whichever that is. @throws NotFound where there is no such achievement */
  execute(actor: Actor, achievementId: string, namedId: string | null): Promise<TemplateOutcome> {
    if (!may(actor, 'certificateTemplate.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const achievement = found(await tx.lock(Achievement, achievementId));
      const template = namedId === null ? null : await tx.of(NamedTemplate).findOneBy({ id: namedId });
      if (namedId !== null && (!template || template.retiredAt !== null))
        return refused<TemplateRefusalCode>(refuse('templateUnknown', {}, 'namedId'));
      await tx.of(AchievementTemplate).delete({ achievementId });
      if (template) await tx.of(AchievementTemplate).insert({ achievementId, namedTemplateId: template.id });
      await tx.audit(
        'achievement.templateChosen',
        { type: 'achievement', id: achievementId, label: achievement.code },
        { template: template?.name ?? null },
      );
      return { name: template?.name ?? '' };
    });
  }
}
