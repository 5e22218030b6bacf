import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  answerForm,
  Clock,
  CurrentContext,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
} from '../../platform/index.js';
import { AddContact } from '../actions/add-contact.js';
import { RemoveContact } from '../actions/remove-contact.js';
import { AccessPages } from './access.page.js';
import { ContactForm } from './contact.form.js';

/** The contacts of an employer. */
@Controller('office/employers/:id')
@Requires('employer.manage')
export class ContactsController {
  constructor(
    private readonly pages: AccessPages,
    private readonly addContact: AddContact,
    private readonly removeContact: RemoveContact,
    private readonly clock: Clock,
  ) {}

  @Get('access')
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return this.pages.show(context, await this.pages.employer(id));
  }

  @Post('contacts')
  async add(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const employer = await this.pages.employer(id);
    return answerForm(readForm(ContactForm, body, this.clock.today()), {
      act: (form) => this.addContact.execute(context.actor, { employerId: employer.id, ...form }),
      done: ({ invited }, { email }) =>
        seeOther(
          `/office/employers/${employer.id}/access`,
          flash(invited ? 'employer_contact.invited' : 'employer_contact.added', { email }),
        ),
      again: (contact) => this.pages.show(context, employer, { contact }),
    });
  }

  @Post('contacts/:account/removal')
  async remove(
    @CurrentContext() { actor }: RequestContext,
    @IdParam() id: string,
    @IdParam('account') accountId: string,
  ): Promise<SeeOther> {
    const employer = await this.pages.employer(id);
    await this.removeContact.execute(actor, employer.id, accountId);
    return seeOther(`/office/employers/${employer.id}/access`, flash('employer_contact.removed'));
  }
}
