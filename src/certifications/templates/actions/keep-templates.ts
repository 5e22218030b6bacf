import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { Achievement } from '../../../courses/index.js';
import {
  type Actor,
  NotAllowed,
  NotFound,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
} from '../../../platform/index.js';
import { AchievementTemplate, NamedTemplate } from '../data/named-template.entity.js';
import { lockTemplates, markActive } from '../data/templates.js';
import type { TemplateRefusalCode } from '../domain/refusals.js';

type Outcome = { readonly name: string } | Refused<TemplateRefusalCode>;

/** Which template is the usual one, which are in use, and which an achievement takes. */
@Injectable()
export class KeepTemplates {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Achievements that have chosen none take this one from now on. */
  makeUsual(actor: Actor, id: string): Promise<Outcome> {
    return this.change(actor, id, async (tx, template) => {
      if (template.retiredAt !== null) return refuse('templateIsRetired', { name: template.name });
      await tx.of(NamedTemplate).update({ isUsual: 'yes' }, { isUsual: 'no' });
      await tx.of(NamedTemplate).update({ id }, { isUsual: 'yes' });
      await markActive(tx);
      return 'certificateTemplate.madeUsual';
    });
  }

  /** A retired template makes out no further certificates: achievements that chose it take the usual one. */
  retire(actor: Actor, id: string): Promise<Outcome> {
    return this.change(actor, id, async (tx, template) => {
      if (template.isUsual === 'yes') return refuse('templateIsUsual', { name: template.name });
      await tx.of(NamedTemplate).update({ id }, { retiredAt: template.retiredAt ?? tx.now });
      return 'certificateTemplate.retired';
    });
  }

  bringBack(actor: Actor, id: string): Promise<Outcome> {
    return this.change(actor, id, async (tx) => {
      await tx.of(NamedTemplate).update({ id }, { retiredAt: null });
      return 'certificateTemplate.broughtBack';
    });
  }

  /** `null`: the usual one, whichever that is. @throws NotFound where there is no such achievement */
  choose(actor: Actor, achievementId: string, namedId: string | null): Promise<Outcome> {
    if (!may(actor, 'certificateTemplate.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const achievement = await tx.lock(Achievement, achievementId);
      if (!achievement) throw new NotFound();
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

  private change(
    actor: Actor,
    id: string,
    work: (tx: Tx, template: NamedTemplate) => Promise<string | ReturnType<typeof refuse<TemplateRefusalCode>>>,
  ): Promise<Outcome> {
    if (!may(actor, 'certificateTemplate.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      await lockTemplates(tx);
      const template = await tx.lock(NamedTemplate, id);
      if (!template) throw new NotFound();
      const act = await work(tx, template);
      if (typeof act !== 'string') return refused<TemplateRefusalCode>(act);
      await tx.audit(act, { type: 'certificateTemplate', id, label: template.name });
      return { name: template.name };
    });
  }
}

type Tx = Parameters<Parameters<UnitOfWork['run']>[1]>[0];
