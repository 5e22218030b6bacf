import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/index.js';
import { usualTemplate } from '../data/templates.js';
import { StoreTemplateVersion, type TemplateVersion, type VersionOutcome } from './store-template-version.js';

@Injectable()
export class ChangeUsualTemplate {
  constructor(private readonly store: StoreTemplateVersion) {}

  /** The next version of the usual template, for certificates from now on; those issued keep theirs. */
  execute(actor: Actor, version: TemplateVersion): Promise<VersionOutcome> {
    return this.store.execute(actor, version, (tx) => usualTemplate(tx));
  }
}
