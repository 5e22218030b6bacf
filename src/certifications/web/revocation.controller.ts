import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock, CurrentVisit, definePage, type FieldFault, type FormView, formView, found, isRefused, looksLikeId, notice, type Page, readForm, Reads, type Refusal, seeOther,
  type SeeOther, type Typed, type Visit,
} from '../../platform/index.js';
import { RevokeCertificate } from '../actions/revoke-certificate.js';
import { certificateById } from '../data/certificates.js';
import { RevocationForm } from './forms.js';

interface RevocationPage {
  readonly form: FormView<RevocationForm>;
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly achievementZh: string;
  readonly achievementEn: string;
}

const page = definePage<RevocationPage>('certifications/revocation/new');

interface Filling {
  readonly typed?: Typed;
  readonly faults?: readonly FieldFault[];
  readonly refusals?: readonly Refusal[];
}

@Controller('office/certificates/:id/revocation')
@Requires('certificate.revoke')
export class RevocationController {
  constructor(private readonly revoke: RevokeCertificate, private readonly reads: Reads, private readonly clock: Clock) {}

  @Get()
  async show(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<Page> {
    return page(await this.model(visit, id));
  }

  @Post()
  async record(@CurrentVisit() visit: Visit, @Param('id') id: string, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(RevocationForm, body, this.clock.today());
    if (!read.ok) return page(await this.model(visit, id, read), 422);
    const outcome = await this.revoke.for(visit.actor, found(looksLikeId(id) ? id : null), read.form.reason);
    if (isRefused(outcome)) return page(await this.model(visit, id, { typed: read.typed, refusals: outcome.reasons }), 422);
    return seeOther(`/office/certificates/${id}`, notice('certificate.revoked', { number: outcome.number }));
  }

  private async model(visit: Visit, id: string, filling: Filling = {}): Promise<RevocationPage> {
    const { facts } = found(looksLikeId(id) ? await certificateById((query) => this.reads.all(query), id) : null);
    return {
      form: formView(RevocationForm, visit.speaker, filling), id, number: facts.number, name: facts.recipient.name,
      achievementZh: facts.achievement.nameZh, achievementEn: facts.achievement.nameEn,
    };
  }
}
