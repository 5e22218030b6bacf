import { Injectable } from '@nestjs/common';
import { AcademyProfile } from '../../../accounts/index.js';
import { type CertificateFacts, isPattern, levelNames, NumberPattern } from '../../core/index.js';
import { Printing } from '../../documents/index.js';
import { madeOutFor, makeOut } from '../domain/make-out.js';
import { SAMPLE } from '../domain/sample.js';
import type { TemplateFacts } from '../domain/template.js';

@Injectable()
export class TemplateSamples {
  constructor(
    private readonly profile: AcademyProfile,
    private readonly printing: Printing,
  ) {}

  /** A certificate of nobody by this template, to look at. A template with faults prints what it can. */
  sample(template: TemplateFacts & { readonly version: number }, today: string): CertificateFacts {
    const academy = this.profile.current();
    const issuer = { nameZh: academy?.nameZh ?? '', nameEn: academy?.nameEn ?? '' };
    const pattern = NumberPattern.read(template.numberPattern, template.numberPrefix);
    const number = isPattern(pattern)
      ? pattern.print(Number(today.slice(0, 4)), 1, levelNames(SAMPLE.shared.achievement.level).digit)
      : '';
    const common = makeOut({
      template,
      shared: { ...SAMPLE.shared, issuer },
      issuedOn: today,
      days: this.printing.days,
    });
    return madeOutFor(common, {
      ...SAMPLE.recipient,
      number,
      ...(template.printsResults ? { results: SAMPLE.results } : {}),
    });
  }
}
