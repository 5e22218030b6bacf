import { Body, Controller, Get, Header, Post, Query } from '@nestjs/common';
import {
  Clock, CurrentVisit, definePage, type FormView, formView, notice, OpenToAll, type Page, readForm, refuse, seeOther, type SeeOther, textOf, type Visit,
} from '../../platform/index.js';
import { VerificationLimits } from '../actions/verification-limits.js';
import { VerifyCertificate } from '../actions/verify-certificate.js';
import { VerificationForm } from './forms.js';

const page = definePage<{ readonly form: FormView<VerificationForm> }>('certifications/verification/new');
/** People paste what they have: the certificate's own address opens it. */
const ADDRESS = /\/c\/([\w-]{20,60})/;

/** A form that is posted: a name must not stand in an address that is kept in logs and histories. */
@Controller('verify')
@OpenToAll()
export class VerificationController {
  constructor(private readonly verify: VerifyCertificate, private readonly limits: VerificationLimits, private readonly clock: Clock) {}

  @Get()
  show(@CurrentVisit() visit: Visit, @Query('number') number: unknown): Page {
    return page({ form: formView(VerificationForm, visit.speaker, { typed: { number: textOf(number).slice(0, 200), name: '' } }) });
  }

  @Post()
  @Header('x-robots-tag', 'noindex')
  async check(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<Page | SeeOther> {
    const pasted = ADDRESS.exec(textOf((body as { number?: unknown } | null)?.number));
    if (pasted) return seeOther(`/c/${pasted[1]}`);
    const read = readForm(VerificationForm, body, this.clock.today());
    if (!read.ok) return page({ form: formView(VerificationForm, visit.speaker, read) }, 422);
    const { slip, certificate } = await this.verify.byNumber(read.form);
    const tooOften = slip ? null : await this.limits.lookUp(visit.ip);
    if (certificate && !tooOften) return seeOther(`/c/${certificate.token}`, notice('verification.agrees'));
    const refusal = slip ?? tooOften ?? refuse('certificateNotMatched');
    return page({ form: formView(VerificationForm, visit.speaker, { typed: read.typed, refusals: [refusal] }) }, tooOften ? 429 : 422);
  }
}
