import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  answerForm,
  Clock,
  CurrentContext,
  definePage,
  flash,
  found,
  IdParam,
  type Page,
  pagesOf,
  QueryText,
  readForm,
  refusalTexts,
  type RequestContext,
  requestedPage,
  seeOther,
  type SeeOther,
  selectOptions,
} from '../../../platform/index.js';
import {
  suggestionsFor,
  suggestionViews,
  Listeners,
  slotIn,
  SessionForm,
  TimetableReader,
  typedOf,
} from '../../core/index.js';
import { MoveSession } from '../actions/move-session.js';
import { termUnderReview, type TermUnderReview } from '../data/term-findings.js';
import { FINDING_KINDS, type TermFinding } from '../domain/term-findings.js';
import { type ClashesPage, type ClashPage, findingView } from './clash.page.js';

const listPage = definePage<ClashesPage>('scheduling/sessions/clashes/index');
const showPage = definePage<ClashPage>('scheduling/sessions/clashes/show');
const PAGE_SIZE = 25;

type UnderReview = TermUnderReview & { readonly finding: TermFinding; readonly refusals: readonly string[] };

/** Clashes of the timetable ahead: the list, and each clash with its suggestions. */
@Controller('office/clashes')
@Requires('session.schedule')
export class ClashesController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly listeners: Listeners,
    private readonly moveSession: MoveSession,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(
    @CurrentContext() context: RequestContext,
    @Query(QueryText) query: Readonly<Record<string, string | undefined>>,
  ): Promise<Page> {
    const { translator } = context;
    const kind = FINDING_KINDS.find((one) => one === query['kind']) ?? '';
    const q = String(query['q'] ?? '')
      .trim()
      .slice(0, 100);
    const { findings, letStand, reasons } = await this.term();
    const matching = findings.filter(
      (one) =>
        (kind === '' || one.kinds.includes(kind)) && one.session.cohortCode.toLowerCase().includes(q.toLowerCase()),
    );
    const pages = pagesOf(context.url, { page: requestedPage(query['page']), size: PAGE_SIZE, count: matching.length });
    return listPage({
      findings: matching
        .slice((pages.page - 1) * PAGE_SIZE, pages.page * PAGE_SIZE)
        .map((one) => findingView(translator, one)),
      letStand: letStand.map((one) => ({
        ...findingView(translator, one),
        href: `/office/sessions/${one.session.id}/move`,
        because: reasons.get(one.session.id) ?? '',
      })),
      found: matching.length,
      total: findings.length,
      q,
      pages,
      filtered: q !== '' || kind !== '',
      first: matching[0] ? `/office/clashes/${matching[0].session.id}` : null,
      kinds: selectOptions(
        FINDING_KINDS.map((one) => ({
          value: one,
          label: translator.t(`clash.kind_${one}`),
        })),
        kind,
      ),
    });
  }

  @Get(':id')
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    const term = await this.term();
    const finding = term.findings.find((one) => one.session.id === id);
    // Somebody solved it meanwhile: go to the next one.
    if (!finding) {
      found(await this.reader.session(id));
      return seeOther('/office/clashes', flash('clash.already_well', {}, 'info'));
    }
    return showPage(await this.model(context, { ...term, finding, refusals: [] }));
  }

  /** Applies a suggestion or other form values, then shows the next finding. */
  @Post(':id')
  async suggestion(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const session = found(await this.reader.session(id));
    const cohort = found(await this.reader.cohort(session.cohort));
    const term = await this.term();
    const finding = term.findings.find((one) => one.session.id === id);
    if (!finding) return seeOther(`/office/clashes/${id}`);
    const next = term.findings[term.findings.indexOf(finding) + 1]?.session.id;
    return answerForm(readForm(SessionForm, body, this.clock.today()), {
      act: (form) =>
        this.moveSession.execute(context.actor, id, { slot: slotIn(form, cohort), seenSequence: form.sequence }),
      done: ({ recipients }) =>
        seeOther(
          next ? `/office/clashes/${next}` : '/office/clashes',
          flash('clash.suggestion_taken', { cohort: session.cohort, number: session.number, count: recipients }),
        ),
      again: async ({ refusals }) =>
        refusals
          ? showPage(
              await this.model(context, { ...term, finding, refusals: refusalTexts(context.translator, refusals) }),
            )
          : seeOther(`/office/clashes/${id}`),
    });
  }

  private term(): Promise<TermUnderReview> {
    return termUnderReview(this.reader.query, this.clock.now());
  }

  private async model(
    context: RequestContext,
    { timetable, findings, finding, refusals }: UnderReview,
  ): Promise<ClashPage> {
    const { session } = finding;
    const at = findings.indexOf(finding);
    const standing = found(await this.reader.session(session.id));
    const suggestions = suggestionsFor(timetable, {
      proposed: session,
      cohort: session,
      people: await this.listeners.trainees(this.reader.query, session.cohortId),
    });
    const links = suggestionViews(context.translator, suggestions, {
      page: `/office/sessions/${session.id}/move`,
      typed: typedOf(session, standing.sequence),
    });
    const address = (index: number) => (findings[index] ? `/office/clashes/${findings[index].session.id}` : null);
    return {
      finding: findingView(context.translator, finding),
      refusals,
      at: at + 1,
      total: findings.length,
      previous: at > 0 ? address(at - 1) : null,
      next: address(at + 1),
      moveHref: `/office/sessions/${session.id}/move`,
      suggestions: links.map((link, index) => ({
        ...link,
        fields: Object.entries(typedOf(suggestions[index]!.slot, standing.sequence)).flatMap(([name, value]) =>
          [value].flat().map((one) => ({ name, value: one })),
        ),
      })),
    };
  }
}
