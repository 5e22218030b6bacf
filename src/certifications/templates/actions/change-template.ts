import { Injectable } from '@nestjs/common';
import { AcademyProfile, may } from '../../../accounts/index.js';
import {
  type Actor,
  NotAllowed,
  NotFound,
  ReadDatabase,
  refuse,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { type CertificateFacts, isPattern, levelNames, NumberPattern, picturesOf } from '../../core/index.js';
import { paperFaults, Printing } from '../../documents/index.js';
import { NamedTemplate } from '../data/named-template.entity.js';
import { beginTemplate, currentTemplate, type StoredVersion, storeTemplate, usualTemplate } from '../data/templates.js';
import { madeOutFor, makeOut } from '../domain/make-out.js';
import type { TemplateRefusalCode } from '../domain/refusals.js';
import { SAMPLE } from '../domain/sample.js';
import { type TemplateFacts, templateFaults } from '../domain/template.js';

type Outcome = (StoredVersion & { readonly id: string }) | Refused<TemplateRefusalCode>;

@Injectable()
export class ChangeTemplate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly profile: AcademyProfile,
    private readonly printing: Printing,
  ) {}

  /** The newest version of the usual template. */
  current(): Promise<TemplateFacts & { readonly version: number }> {
    return currentTemplate(this.reads.query);
  }

  /** The next version of the usual template, for certificates from now on; those issued keep theirs. */
  async execute(actor: Actor, template: TemplateFacts, today: string): Promise<Outcome> {
    return this.keep(actor, { template, today }, (tx) => usualTemplate(tx));
  }

  /** The next version of a named template. @throws NotFound */
  async next(actor: Actor, id: string, wanted: Wanted): Promise<Outcome> {
    return this.keep(actor, wanted, async (tx) => {
      const known = await tx.lock(NamedTemplate, id);
      if (!known) throw new NotFound();
      if (known.retiredAt !== null)
        return refused<TemplateRefusalCode>(refuse('templateIsRetired', { name: known.name }));
      if (wanted.name === undefined || wanted.name === known.name) return known.id;
      if (await tx.of(NamedTemplate).existsBy({ name: wanted.name }))
        return refused<TemplateRefusalCode>(refuse('templateNameTaken', { name: wanted.name }, 'name'));
      await tx.of(NamedTemplate).update({ id }, { name: wanted.name });
      return known.id;
    });
  }

  /** Another template beside those that there are; the first becomes the usual one. */
  async begin(actor: Actor, wanted: Wanted & { readonly name: string }): Promise<Outcome> {
    return this.keep(actor, wanted, async (tx) => {
      if (await tx.of(NamedTemplate).existsBy({ name: wanted.name }))
        return refused<TemplateRefusalCode>(refuse('templateNameTaken', { name: wanted.name }, 'name'));
      return beginTemplate(tx, {
        name: wanted.name,
        isUsual: (await tx.of(NamedTemplate).existsBy({ isUsual: 'yes' })) ? 'no' : 'yes',
      });
    });
  }

  /** A certificate of nobody by this template, to look at. A template with faults prints what it can. */
  sampleOf(template: TemplateFacts & { readonly version: number }, today: string): CertificateFacts {
    const academy = this.profile.current();
    const issuer = { nameZh: academy?.nameZh ?? '', nameEn: academy?.nameEn ?? '' };
    const pattern = NumberPattern.read(template.numberPattern, template.numberPrefix);
    const number = isPattern(pattern)
      ? pattern.print(Number(today.slice(0, 4)), 1, levelNames(SAMPLE.told.achievement.level).digit)
      : '';
    const common = makeOut({ template, told: { ...SAMPLE.told, issuer }, issuedOn: today, days: this.printing.days });
    return madeOutFor(common, {
      ...SAMPLE.recipient,
      number,
      ...(template.printsResults ? { results: SAMPLE.results } : {}),
    });
  }

  private async keep(
    actor: Actor,
    { template, today }: Wanted,
    place: (tx: Transaction) => Promise<string | Refused<TemplateRefusalCode>>,
  ): Promise<Outcome> {
    if (!may(actor, 'certificateTemplate.manage')) throw new NotAllowed();
    const faults = templateFaults(template);
    if (faults.length > 0) return refused(...faults);
    const sample = this.sampleOf({ ...template, version: 0 }, today);
    const missing = paperFaults(sample);
    if (missing.length > 0) return refused(...missing);
    if ((await picturesOf(this.reads.query, sample)).size < keysOf(template).size)
      return refused<TemplateRefusalCode>(refuse('templatePictureUnknown'));
    return this.unitOfWork.run(actor, async (tx) => {
      const id = await place(tx);
      if (typeof id !== 'string') return id;
      const stored = await storeTemplate(tx, template, id);
      await tx.audit(
        'certificateTemplate.changed',
        { type: 'certificateTemplate', id, label: template.nameZh || template.nameEn },
        { version: stored.number, numberPattern: template.numberPattern },
      );
      return { ...stored, id };
    });
  }
}

export interface Wanted {
  readonly template: TemplateFacts;
  readonly today: string;
  /** What the office calls it. */
  readonly name?: string;
}

const keysOf = ({ seal, signatories }: TemplateFacts): Set<string> =>
  new Set(
    [seal.picture, ...signatories.map(({ picture }) => picture)].filter(
      (key): key is string => typeof key === 'string',
    ),
  );
