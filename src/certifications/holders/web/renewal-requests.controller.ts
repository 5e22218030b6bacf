import { Body, Controller, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  flash,
  readForm,
  type Page,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  answerForm,
} from '../../../platform/index.js';
import { RequestRenewal } from '../../lifecycle/index.js';
import { OwnCertificatePages } from './own-certificate.page.js';
import { RenewalRequestForm } from './share-link.form.js';

/** A holder asks for a renewal. */
@Controller('my/certificates/:id/renewal-requests')
@Requires('trainee.self')
export class RenewalRequestsController {
  constructor(
    private readonly requestRenewal: RequestRenewal,
    private readonly pages: OwnCertificatePages,
    private readonly clock: Clock,
  ) {}

  @Post()
  askForRenewal(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    return answerForm(readForm(RenewalRequestForm, body, this.clock.today()), {
      act: ({ note }) => this.requestRenewal.execute(context.actor, id, note),
      done: (requested) => seeOther(`/my/certificates/${id}`, flash('renewal.asked', requested)),
      again: (filling) => this.pages.show(context, id, filling),
    });
  }
}
