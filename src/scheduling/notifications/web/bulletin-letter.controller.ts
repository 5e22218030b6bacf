import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentVisit,
  definePage,
  formView,
  type FormView,
  found,
  isRefused,
  LONG_FORM_BYTES,
  looksLikeId,
  notice,
  type Page,
  readForm,
  ReadDatabase,
  type Refused,
  seeOther,
  type SeeOther,
  TakesLongForm,
  typedFrom,
  type Visit,
} from '../../../platform/index.js';
import { BulletinLetters, type OneLetter } from '../actions/bulletin-letters.js';
import { type BulletinLetterDraft, ComposeBulletin } from '../actions/compose-bulletin.js';
import { bulletinById } from '../data/bulletin-facts.js';
import type { BulletinRefusalCode } from '../domain/refusals.js';
import { noticeOf } from './bulletins.controller.js';
import { LetterForm } from './telling-forms.js';

interface LetterPage {
  readonly at: string;
  readonly bulletinAt: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly rewritten: boolean;
  /** What somebody wrote before more changed. */
  readonly outdated: string | null;
  readonly form: FormView<LetterForm>;
}

const editPage = definePage<LetterPage>('scheduling/notifications/bulletins/letter');
type Outcome = { readonly name: string } | Refused<BulletinRefusalCode>;

/** One person's letter before it goes out: rewrite it, leave it out, take it back in. */
@Controller('office/bulletins/:id/letters/:key')
@Requires('session.schedule')
export class BulletinLetterController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly compose: ComposeBulletin,
    private readonly letters: BulletinLetters,
    private readonly clock: Clock,
  ) {}

  @Get()
  async edit(@CurrentVisit() visit: Visit, @Param('id') id: string, @Param('key') key: string): Promise<Page> {
    const letter = await this.known(id, key);
    return editPage(
      pageOf(
        id,
        letter,
        formView(LetterForm, visit.speaker, { typed: typedFrom({ subject: letter.subject, body: letter.body }) }),
      ),
    );
  }

  @Post()
  @TakesLongForm(LONG_FORM_BYTES)
  async rewrite(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const letter = await this.known(id, key);
    const read = readForm(LetterForm, body, this.clock.today());
    if (!read.ok) return editPage(pageOf(id, letter, formView(LetterForm, visit.speaker, read)), 422);
    return this.after(
      id,
      'bulletin.letter_kept',
      await this.letters.rewrite(
        visit.actor,
        { bulletinId: id, key },
        { subject: read.form.subject, body: `${read.form.body}\n` },
      ),
    );
  }

  @Post('restoration')
  async restore(@CurrentVisit() visit: Visit, @Param('id') id: string, @Param('key') key: string): Promise<SeeOther> {
    return this.after(id, 'bulletin.letter_restored', await this.letters.restore(visit.actor, letterIn(id, key)));
  }

  @Post('omission')
  async drop(@CurrentVisit() visit: Visit, @Param('id') id: string, @Param('key') key: string): Promise<SeeOther> {
    return this.after(id, 'bulletin.letter_omitted', await this.letters.drop(visit.actor, letterIn(id, key)));
  }

  @Post('readmission')
  async takeBack(@CurrentVisit() visit: Visit, @Param('id') id: string, @Param('key') key: string): Promise<SeeOther> {
    return this.after(id, 'bulletin.letter_readmitted', await this.letters.takeBack(visit.actor, letterIn(id, key)));
  }

  private after(id: string, key: string, outcome: Outcome): SeeOther {
    return seeOther(
      `/office/bulletins/${id}`,
      isRefused(outcome) ? noticeOf(outcome) : notice(key, { name: outcome.name }),
    );
  }

  /** A letter that can still be touched. */
  private async known(id: string, key: string): Promise<BulletinLetterDraft> {
    const { query } = this.reads;
    const bulletin = found(looksLikeId(id) ? await bulletinById(query, id) : null);
    const letters = bulletin.state === 'open' ? await this.compose.letters(query, bulletin) : [];
    return found(letters.find((one) => one.key === key));
  }
}

function letterIn(id: string, key: string): OneLetter {
  return { bulletinId: found(looksLikeId(id) ? id : null), key };
}

function pageOf(
  id: string,
  { key, name, email, language, rewritten, outdated }: BulletinLetterDraft,
  form: FormView<LetterForm>,
): LetterPage {
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
