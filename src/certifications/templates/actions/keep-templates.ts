import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  NotAllowed,
  NotFound,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
} from '../../../platform/index.js';
import { NamedTemplate } from '../data/named-template.entity.js';
import { lockTemplates, markActive } from '../data/templates.js';
import type { TemplateRefusalCode } from '../domain/refusals.js';

export type Outcome = { readonly name: string } | Refused<TemplateRefusalCode>;

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
