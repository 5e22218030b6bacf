import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentVisit,
  definePage,
  formView,
  type FormView,
  found,
  isRefused,
  looksLikeId,
  notice,
  type Page,
  pageAsked,
  type Pages,
  pagesOf,
  readForm,
  ReadDatabase,
  type Refused,
  seeOther,
  type SeeOther,
  textOf,
  type Visit,
} from '../../../platform/index.js';
import { ComposeBulletin } from '../actions/compose-bulletin.js';
import { DropBulletin } from '../actions/drop-bulletin.js';
import { SendBulletin } from '../actions/send-bulletin.js';
import { bulletinById, type BulletinFacts, bulletinFacts, namesIn } from '../data/bulletin-facts.js';
import { bulletinList, keptLetters, lettersSent } from '../data/bulletin-list.js';
import { BULLETIN_STATES } from '../data/bulletin.entity.js';
import {
  type BulletinView,
  bulletinView,
  type ChangeView,
  changeView,
  keptView,
  type LetterView,
  letterView,
} from './bulletin-view.js';
import { DropForm } from './telling-forms.js';

interface BulletinsPage {
  readonly bulletins: readonly (BulletinView & { readonly changes: number; readonly people: number })[];
  readonly count: number;
  readonly pages: Pages;
  readonly q: string;
  readonly states: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
  readonly filtered: boolean;
}

interface BulletinPage {
  readonly bulletin: BulletinView;
  /** How many sessions changed; the first of them, and the others, which are folded away. */
  readonly changed: number;
  readonly changes: readonly ChangeView[];
  readonly moreChanges: readonly ChangeView[];
  readonly letters: readonly LetterView[];
  readonly moreLetters: readonly LetterView[];
  /** How many go out. */
  readonly people: number;
  /** Who is concerned and has no address. */
  readonly unreachable: readonly string[];
}

interface DroppingPage {
  readonly bulletin: BulletinView;
  readonly changes: number;
  readonly people: number;
  readonly form: FormView<DropForm>;
}

const listPage = definePage<BulletinsPage>('scheduling/notifications/bulletins/index');
const showPage = definePage<BulletinPage>('scheduling/notifications/bulletins/show');
const droppingPage = definePage<DroppingPage>('scheduling/notifications/bulletins/dropping');
const SIZE = 25;
const MOST_SHOWN = 20;

/** What people are still to be told, and what they were told. */
@Controller('office/bulletins')
@Requires('session.schedule')
export class BulletinsController {
  private readonly query: ReadDatabase['query'];

  constructor(
    reads: ReadDatabase,
    private readonly compose: ComposeBulletin,
    private readonly sendBulletin: SendBulletin,
    private readonly dropBulletin: DropBulletin,
    private readonly clock: Clock,
  ) {
    this.query = reads.query;
  }

  @Get()
  async index(@CurrentVisit() visit: Visit, @Query() query: Record<string, unknown>): Promise<Page> {
    const q = textOf(query['q']).trim().slice(0, 100);
    const state = BULLETIN_STATES.find((one) => one === query['state']) ?? '';
    const page = pageAsked(query['page']);
    const { ids, count } = await bulletinList(this.query, { q, state, page, size: SIZE });
    const facts = new Map((await bulletinFacts(this.query, ids)).map((one) => [one.id, one]));
    const sent = await lettersSent(this.query, ids);
    const bulletins = await Promise.all(
      ids
        .flatMap((id) => facts.get(id) ?? [])
        .map(async (one) => ({
          ...bulletinView(visit, one, this.clock.now()),
          changes: one.changes.length,
          people: one.state === 'open' ? (await this.compose.told(this.query, one)).length : (sent.get(one.id) ?? 0),
        })),
    );
    const states = BULLETIN_STATES.map((one) => ({
      value: one,
      label: visit.speaker.say(`bulletin.state_${one}`),
      selected: state === one,
    }));
    return listPage({
      bulletins,
      count,
      q,
      states,
      filtered: q !== '' || state !== '',
      pages: pagesOf(visit.url, { page, size: SIZE, count }),
    });
  }

  @Get(':id')
  async show(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<Page> {
    const bulletin = await this.known(id);
    const names = await namesIn(this.query, bulletin.changes);
    const changes = bulletin.changes.map((one) => changeView(visit.speaker, one, names));
    const letters =
      bulletin.state === 'open'
        ? (await this.compose.letters(this.query, bulletin)).map((one) => letterView(visit.speaker, one))
        : (await keptLetters(this.query, id)).map((one, at) => keptView(visit.speaker, one, at));
    return showPage({
      bulletin: bulletinView(visit, bulletin, this.clock.now()),
      changed: changes.length,
      changes: changes.slice(0, MOST_SHOWN),
      moreChanges: changes.slice(MOST_SHOWN),
      letters: letters.slice(0, MOST_SHOWN),
      moreLetters: letters.slice(MOST_SHOWN),
      people: letters.filter(({ dropped }) => !dropped).length,
      unreachable: bulletin.state === 'open' ? await this.compose.unreachable(this.query, bulletin) : [],
    });
  }

  @Post(':id/sending')
  async send(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<SeeOther> {
    await this.known(id);
    const outcome = await this.sendBulletin.now(visit.actor, id);
    return seeOther(
      `/office/bulletins/${id}`,
      isRefused(outcome)
        ? noticeOf(outcome)
        : notice(outcome.letters === 0 ? 'bulletin.sent_none' : 'bulletin.sent', { count: outcome.letters }),
    );
  }

  @Get(':id/dropping')
  async droppable(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<Page> {
    return droppingPage(await this.droppingModel(visit, await this.known(id), formView(DropForm, visit.speaker)));
  }

  @Post(':id/dropping')
  async drop(@CurrentVisit() visit: Visit, @Param('id') id: string, @Body() body: unknown): Promise<Page | SeeOther> {
    const bulletin = await this.known(id);
    const read = readForm(DropForm, body, this.clock.today());
    if (!read.ok)
      return droppingPage(await this.droppingModel(visit, bulletin, formView(DropForm, visit.speaker, read)), 422);
    const outcome = await this.dropBulletin.because(visit.actor, id, read.form.reason);
    return seeOther(
      `/office/bulletins/${id}`,
      isRefused(outcome) ? noticeOf(outcome) : notice('bulletin.dropped', { count: outcome.people }),
    );
  }

  private async known(id: string): Promise<BulletinFacts> {
    return found(looksLikeId(id) ? await bulletinById(this.query, id) : null);
  }

  private async droppingModel(visit: Visit, bulletin: BulletinFacts, form: FormView<DropForm>): Promise<DroppingPage> {
    const people = bulletin.state === 'open' ? (await this.compose.told(this.query, bulletin)).length : 0;
    return {
      bulletin: bulletinView(visit, bulletin, this.clock.now()),
      changes: bulletin.changes.length,
      people,
      form,
    };
  }
}

/** A refusal on a page without a form. */
export function noticeOf({ reasons: [first] }: Refused): ReturnType<typeof notice> | null {
  return first ? notice(`refusal.${first.code}`, first.data, 'warning') : null;
}
