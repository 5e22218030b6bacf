import { may } from '../../../accounts/index.js';
import {
  type Actor,
  NotAllowed,
  type Refusal,
  refused,
  type Refused,
  type Transaction,
  type UnitOfWork,
  found,
} from '../../../platform/index.js';
import { NamedTemplate } from '../data/named-template.entity.js';
import { lockTemplates } from '../data/templates.js';
import type { TemplateRefusalCode } from '../domain/refusals.js';

export type TemplateOutcome = { readonly name: string } | Refused<TemplateRefusalCode>;

interface NamedTemplateChange {
  readonly id: string;
  /** Answers the act for the audit entry, or why it is refused. */
  readonly change: (tx: Transaction, template: NamedTemplate) => Promise<string | Refusal<TemplateRefusalCode>>;
}

/** Changes one template while all are locked. @throws NotFound */
export async function changeNamedTemplate(
  unitOfWork: UnitOfWork,
  actor: Actor,
  { id, change }: NamedTemplateChange,
): Promise<TemplateOutcome> {
  if (!may(actor, 'certificateTemplate.manage')) throw new NotAllowed();
  return unitOfWork.run<TemplateOutcome>(actor, async (tx) => {
    await lockTemplates(tx);
    const template = found(await tx.lock(NamedTemplate, id));
    const act = await change(tx, template);
    if (typeof act !== 'string') return refused<TemplateRefusalCode>(act);
    await tx.audit(act, { type: 'certificateTemplate', id, label: template.name });
    return { name: template.name };
  });
}
