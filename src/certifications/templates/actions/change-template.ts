import { Injectable } from '@nestjs/common';
import { type Actor, refuse, refused, found } from '../../../platform/index.js';
import { NamedTemplate } from '../data/named-template.entity.js';
import type { TemplateRefusalCode } from '../domain/refusals.js';
import { StoreTemplateVersion, type TemplateVersion, type VersionOutcome } from './store-template-version.js';

@Injectable()
export class ChangeTemplate {
  constructor(private readonly store: StoreTemplateVersion) {}

  /** The next version of a named template, under the same name or another. @throws NotFound */
  execute(actor: Actor, id: string, version: TemplateVersion & { readonly name: string }): Promise<VersionOutcome> {
    const { name } = version;
    return this.store.execute(actor, version, async (tx) => {
      const known = found(await tx.lock(NamedTemplate, id));
      if (known.retiredAt !== null)
        return refused<TemplateRefusalCode>(refuse('templateIsRetired', { name: known.name }));
      if (name === known.name) return known.id;
      if (await tx.of(NamedTemplate).existsBy({ name }))
        return refused<TemplateRefusalCode>(refuse('templateNameTaken', { name }, 'name'));
      await tx.of(NamedTemplate).update({ id }, { name });
      return known.id;
    });
  }
}
