import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  found,
  isRefused,
  LONG_FORM_BYTES,
  looksLikeId,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  type Refused,
  seeOther,
  type SeeOther,
  TakesLongForm,
  typedFrom,
  type RequestContext,
} from '../../../platform/index.js';
import { BulletinEmails, type OneEmail } from '../actions/bulletin-emails.js';
import { type BulletinEmailDraft, ComposeBulletin } from '../actions/compose-bulletin.js';
import { bulletinById } from '../data/bulletin-facts.js';
import type { BulletinRefusalCode } from '../domain/refusals.js';
import { noticeOf } from './bulletins.controller.js';
import { EmailForm } from './notification.form.js';

interface EmailPage {
  readonly at: string;
  readonly bulletinAt: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly rewritten: boolean;
  /** What somebody wrote before more changed. */
  readonly outdated: string | null;
  readonly form: FormView<EmailForm>;
}

const editPage = definePage<EmailPage>('scheduling/notifications/bulletins/email');
type Outcome = { readonly name: string } | Refused<BulletinRefusalCode>;

/** One person's email before it goes out: rewrite it, leave it out, take it back in. */
@Controller('office/bulletins/:id/letters/:key')
@Requires('session.schedule')
export class BulletinEmailController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly compose: ComposeBulletin,
    private readonly emails: BulletinEmails,
    private readonly clock: Clock,
  ) {}

  @Get()
  async edit(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Param('key') key: string,
  ): Promise<Page> {
    const mail = await this.known(id, key);
    return editPage(
      pageOf(
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
    @Param('id') id: string,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const mail = await this.known(id, key);
    const read = readForm(EmailForm, body, this.clock.today());
    if (!read.ok) return editPage(pageOf(id, mail, formView(EmailForm, context.translator, read)), 422);
    return this.after(
      id,
      'bulletin.letter_kept',
      await this.emails.rewrite(
        context.actor,
        { bulletinId: id, key },
        { subject: read.form.subject, body: `${read.form.body}\n` },
      ),
    );
  }

  @Post('restoration')
  async restore(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Param('key') key: string,
  ): Promise<SeeOther> {
    return this.after(id, 'bulletin.letter_restored', await this.emails.restore(context.actor, emailIn(id, key)));
  }

  @Post('omission')
  async drop(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Param('key') key: string,
  ): Promise<SeeOther> {
    return this.after(id, 'bulletin.letter_omitted', await this.emails.drop(context.actor, emailIn(id, key)));
  }

  @Post('readmission')
  async takeBack(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Param('key') key: string,
  ): Promise<SeeOther> {
    return this.after(id, 'bulletin.letter_readmitted', await this.emails.takeBack(context.actor, emailIn(id, key)));
  }

  private after(id: string, key: string, outcome: Outcome): SeeOther {
    return seeOther(
      `/office/bulletins/${id}`,
      isRefused(outcome) ? noticeOf(outcome) : flash(key, { name: outcome.name }),
    );
  }

  /** An email that can still be touched. */
  private async known(id: string, key: string): Promise<BulletinEmailDraft> {
    const { query } = this.reads;
    const bulletin = found(looksLikeId(id) ? await bulletinById(query, id) : null);
    const emails = bulletin.state === 'open' ? await this.compose.emails(query, bulletin) : [];
    return found(emails.find((one) => one.key === key));
  }
}

function emailIn(id: string, key: string): OneEmail {
  return { bulletinId: found(looksLikeId(id) ? id : null), key };
}

function pageOf(
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
