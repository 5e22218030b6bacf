import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  ChoiceField,
  Clock,
  CurrentContext,
  definePage,
  EmailField,
  type FormView,
  formView,
  found,
  isRefused,
  flash,
  optionsOf,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  TextField,
  type RequestContext,
  IdParam,
} from '../../platform/index.js';
import { AddContact } from '../actions/add-contact.js';
import { RemoveContact } from '../actions/remove-contact.js';
import { MakeKey } from '../actions/make-key.js';
import { RevokeKey } from '../actions/revoke-key.js';
import { type ContactRow, contactsOf } from '../data/contact-queries.js';
import { employerById, type EmployerRow } from '../data/employer-queries.js';
import { keysOf } from '../data/key-queries.js';
import { KeyForm, keysView, type KeysView } from './keys.page.js';

const LANGUAGES = ['zh-CN', 'en'] as const;

export class ContactForm {
  @TextField({ max: 100 }) name!: string;
  @EmailField() email!: string;
  @ChoiceField(LANGUAGES) language!: string;
}

export interface AccessPage extends KeysView {
  readonly employer: EmployerRow;
  readonly contacts: readonly ContactRow[];
  readonly contactForm: FormView<ContactForm>;
  readonly problems: FormView<ContactForm>['summary'];
}

type Filling = NonNullable<Parameters<typeof keysView>[2]>;
type Typed = Parameters<typeof formView>[2];

const accessPage = definePage<AccessPage>('employers/access/show');
const revocationPage = definePage<{
  readonly employer: EmployerRow;
  readonly key: { readonly id: string; readonly name: string; readonly start: string };
}>('employers/access/revocation');

/** How an employer comes in: its people who sign in, and the keys of its programs. */
@Controller('office/employers/:id')
@Requires('employer.manage')
export class EmployerAccessController {
  constructor(
    private readonly makeKey: MakeKey,
    private readonly revokeKey: RevokeKey,
    private readonly addContact: AddContact,
    private readonly removeContact: RemoveContact,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get('access')
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return this.page(context, await this.known(id));
  }

  @Post('keys')
  async make(@CurrentContext() context: RequestContext, @IdParam() id: string, @Body() body: unknown): Promise<Page> {
    const employer = await this.known(id);
    const read = readForm(KeyForm, body, this.clock.today());
    if (!read.ok) return this.page(context, employer, { keys: { typed: read }, status: 422 });
    const outcome = await this.makeKey.execute(context.actor, { employerId: employer.id, ...read.form });
    if (isRefused(outcome))
      return this.page(context, employer, {
        keys: { typed: { typed: read.typed, refusals: outcome.reasons } },
        status: 422,
      });
    return this.page(context, employer, { keys: { made: { name: read.form.name, key: outcome.key } }, status: 201 });
  }

  @Get('keys/:key/revocation')
  async ask(@IdParam() id: string, @IdParam('key') keyId: string): Promise<Page> {
    const employer = await this.known(id);
    const keys = await keysOf(this.reads.query, employer.id);
    return revocationPage({ employer, key: found(keys.find((key) => key.id === keyId && key.revokedAt === null)) });
  }

  @Post('keys/:key/revocation')
  async revoke(
    @CurrentContext() { actor }: RequestContext,
    @IdParam() id: string,
    @IdParam('key') keyId: string,
  ): Promise<SeeOther> {
    const employer = await this.known(id);
    await this.revokeKey.execute(actor, employer.id, keyId);
    return seeOther(`/office/employers/${employer.id}/access`, flash('employer_key.revoked_now'));
  }

  @Post('contacts')
  async add(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const employer = await this.known(id);
    const read = readForm(ContactForm, body, this.clock.today());
    if (!read.ok) return this.page(context, employer, { contact: read, status: 422 });
    const outcome = await this.addContact.execute(context.actor, { employerId: employer.id, ...read.form });
    if (isRefused(outcome))
      return this.page(context, employer, { contact: { typed: read.typed, refusals: outcome.reasons }, status: 422 });
    return seeOther(
      `/office/employers/${employer.id}/access`,
      flash(outcome.invited ? 'employer_contact.invited' : 'employer_contact.added', { email: read.form.email }),
    );
  }

  @Post('contacts/:account/removal')
  async remove(
    @CurrentContext() { actor }: RequestContext,
    @IdParam() id: string,
    @IdParam('account') accountId: string,
  ): Promise<SeeOther> {
    const employer = await this.known(id);
    await this.removeContact.execute(actor, employer.id, accountId);
    return seeOther(`/office/employers/${employer.id}/access`, flash('employer_contact.removed'));
  }

  private async known(id: string): Promise<EmployerRow> {
    return found(await employerById(this.reads, id));
  }

  private async page(
    { translator }: RequestContext,
    employer: EmployerRow,
    { keys, contact, status }: { readonly keys?: Filling; readonly contact?: Typed; readonly status?: number } = {},
  ): Promise<Page> {
    const { query } = this.reads;
    const contactForm = formView(ContactForm, translator, {
      typed: { language: 'zh-CN' },
      ...contact,
      options: { language: optionsOf(translator, 'employer_contact.language', LANGUAGES) },
    });
    const view = keysView(
      translator,
      { keys: await keysOf(query, employer.id), base: `/office/employers/${employer.id}/keys` },
      keys,
    );
    return accessPage(
      {
        ...view,
        employer,
        contacts: await contactsOf(query, employer.id),
        contactForm,
        problems: [...view.form.summary, ...contactForm.summary],
      },
      status,
    );
  }
}
