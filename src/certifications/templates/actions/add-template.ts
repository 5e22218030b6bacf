import { Injectable } from '@nestjs/common';
import { type Actor, refuse, refused } from '../../../platform/index.js';
import { NamedTemplate } from '../data/named-template.entity.js';
import { beginTemplate } from '../data/templates.js';
import type { TemplateRefusalCode } from '../domain/refusals.js';
import { StoreTemplateVersion, type TemplateVersion, type VersionOutcome } from './store-template-version.js';

@Injectable()
export class AddTemplate {
  constructor(private readonly store: StoreTemplateVersion) {}

  /** Another template beside those that there are; the first becomes the usual one. */
  execute(actor: Actor, version: TemplateVersion & { readonly name: string }): Promise<VersionOutcome> {
    const { name } = version;
    return this.store.execute(actor, version, async (tx) => {
      if (await tx.of(NamedTemplate).existsBy({ name }))
        return refused<TemplateRefusalCode>(refuse('templateNameTaken', { name }, 'name'));
      return beginTemplate(tx, {
        name,
        isUsual: (await tx.of(NamedTemplate).existsBy({ isUsual: 'yes' })) ? 'no' : 'yes',
      });
    });
  }
}
