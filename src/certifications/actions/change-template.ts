import { Injectable } from '@nestjs/common';
import { AcademyProfile, may } from '../../accounts/index.js';
import { type Actor, NotAllowed, Reads, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { currentTemplate, storeTemplate } from '../data/templates.js';
import type { CertificateFacts } from '../domain/facts.js';
import { makeOut } from '../domain/make-out.js';
import { isPattern, NumberPattern } from '../domain/number-pattern.js';
import type { CertificationRefusalCode } from '../domain/refusals.js';
import { SAMPLE } from '../domain/sample.js';
import { type TemplateFacts, templateFaults } from '../domain/template.js';
import { paperFaults } from '../paper/printable.js';
import { Printing } from '../paper/printing.js';

@Injectable()
export class ChangeTemplate {
  constructor(private readonly unitOfWork: UnitOfWork, private readonly reads: Reads, private readonly profile: AcademyProfile, private readonly printing: Printing) {}

  current(): Promise<TemplateFacts & { readonly version: number }> {
    return currentTemplate((query) => this.reads.all(query));
  }

  /** The next version, for certificates from now on; those issued keep theirs. */
  async to(actor: Actor, template: TemplateFacts, today: string): Promise<{ version: number } | Refused<CertificationRefusalCode>> {
    if (!may(actor, 'certificateTemplate.manage')) throw new NotAllowed();
    const faults = templateFaults(template);
    if (faults.length > 0) return refused(...faults);
    const missing = paperFaults(this.sampleOf({ ...template, version: 0 }, today));
    if (missing.length > 0) return refused(...missing);
    return this.unitOfWork.run(actor, async (tx) => {
      const version = await storeTemplate(tx, template);
      await tx.audit('certificateTemplate.changed', { type: 'certificateTemplate', id: String(version), label: template.nameZh }, { version, numberPattern: template.numberPattern });
      return { version };
    });
  }

  /** A certificate of nobody by this template, to look at. A template with faults prints what it can. */
  sampleOf(template: TemplateFacts & { readonly version: number }, today: string): CertificateFacts {
    const academy = this.profile.current();
    const issuer = { nameZh: academy?.nameZh ?? '', nameEn: academy?.nameEn ?? '' };
    const pattern = NumberPattern.read(template.numberPattern, template.numberPrefix);
    const number = isPattern(pattern) ? pattern.print(Number(today.slice(0, 4)), 1) : '';
    return { ...makeOut({ template, told: { ...SAMPLE.told, issuer }, issuedOn: today, days: this.printing.days }), number, recipient: SAMPLE.recipient };
  }
}
