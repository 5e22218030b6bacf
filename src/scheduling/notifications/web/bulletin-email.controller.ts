import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  found,
  LONG_FORM_BYTES,
  type Page,
  readForm,
  ReadDatabase,
  type SeeOther,
  TakesLongForm,
  typedFrom,
  type RequestContext,
  IdParam,
  answerForm,
  flash,
  refusalFlash,
  seeOther,
} from '../../../platform/index.js';
import { type BulletinEmailDraft, ComposeBulletin } from '../actions/compose-bulletin.js';
import { RestoreBulletinEmail } from '../actions/restore-bulletin-email.js';
import { RewriteBulletinEmail } from '../actions/rewrite-bulletin-email.js';
import { bulletinById } from '../data/bulletin-facts.js';
import { afterTouch } from './bulletin-answers.js';
import { EmailForm } from './notification.form.js';

export interface EmailPage {
  readonly at: string;
  readonly bulletinAt: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly rewritten: boolean;
  /** An edit made before further changes. */
  readonly outdated: string | null;
  readonly form: FormView<EmailForm>;
}

const editPage = definePage<EmailPage>('scheduling/notifications/bulletins/email');

/** Edits one email before it is sent, or restores the composed text. */
@Controller('office/bulletins/:id/letters/:key')
@Requires('session.schedule')
export class BulletinEmailController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly compose: ComposeBulletin,
    private readonly rewriteEmail: RewriteBulletinEmail,
    private readonly restoreEmail: RestoreBulletinEmail,
    private readonly clock: Clock,
  ) {}

  @Get()
  async edit(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Param('key') key: string,
  ): Promise<Page> {
    const mail = await this.draft(id, key);
    return editPage(
      emailPageOf(
        id,
        mail,
        formView(EmailForm, context.translator, { typed: typedFrom({ subject: mail.subject, body: mail.body }) }),
      ),
    );
  }

  @Post()
  @TakesLongForm(LONG_FORM_BYTES)
  async rewrite(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const mail = await this.draft(id, key);
    return answerForm(readForm(EmailForm, body, this.clock.today()), {
      act: (form) =>
        this.rewriteEmail.execute(
          context.actor,
          { bulletinId: id, key },
          { subject: form.subject, body: `${form.body}\n` },
        ),
      done: ({ name }) => seeOther(`/office/bulletins/${id}`, flash('bulletin.letter_kept', { name })),
      again: ({ refusals, ...filling }) =>
        refusals
          ? seeOther(`/office/bulletins/${id}`, refusalFlash(refusals))
          : editPage(emailPageOf(id, mail, formView(EmailForm, context.translator, filling))),
    });
  }

  @Post('restoration')
  async restore(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Param('key') key: string,
  ): Promise<SeeOther> {
    const outcome = await this.restoreEmail.execute(context.actor, { bulletinId: id, key });
    return afterTouch(id, 'bulletin.letter_restored', outcome);
  }

  /** An email that can still be edited. @throws NotFound */
  private async draft(id: string, key: string): Promise<BulletinEmailDraft> {
    const { query } = this.reads;
    const bulletin = found(await bulletinById(query, id));
    const emails = bulletin.state === 'open' ? await this.compose.emails(query, bulletin) : [];
    return found(emails.find((one) => one.key === key));
  }
}

export function emailPageOf(
  id: string,
  { key, name, email, language, rewritten, outdated }: BulletinEmailDraft,
  form: FormView<EmailForm>,
): EmailPage {
  const bulletinAt = `/office/bulletins/${id}`;
  return {
    at: `${bulletinAt}/letters/${key}`,
    bulletinAt,
    name,
    email,
    language,
    rewritten,
    outdated: outdated?.body ?? null,
    form,
  };
}
