import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { CourseChoices } from '../../courses/index.js';
import {
  byLabel,
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  found,
  looksLikeId,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  answerForm,
  type FormState,
  searchTextOf,
} from '../../platform/index.js';
import { TRAINEE_ENROLMENTS, traineeById, type TraineeEnrolments } from '../../trainees/index.js';
import { EndPlacement } from '../actions/end-placement.js';
import { RecordPlacement } from '../actions/record-placement.js';
import { employerById, employerChoices } from '../data/employer-queries.js';
import { type Candidate, candidates, placementById, type PlacementRow } from '../data/placement-queries.js';
import { EndingForm, PlacementForm } from './employer.form.js';

/** In two steps: a search for the trainee, which needs no script, then one short form. */
export interface NewPage {
  readonly form: FormView<PlacementForm>;
  readonly trainee: { readonly id: string; readonly name: string } | null;
  readonly employer: { readonly id: string; readonly name: string } | null;
  readonly q: string;
  readonly candidates: readonly (Candidate & { readonly pickHref: string })[];
  readonly backHref: string;
}

const newPage = definePage<NewPage>('employers/placements/new');
const endingPage = definePage<{ readonly form: FormView<EndingForm>; readonly placement: PlacementRow }>(
  'employers/placements/ending',
);

interface PlacementQuery {
  readonly trainee?: unknown;
  readonly employer?: unknown;
  readonly q?: unknown;
}

@Controller('office/placements')
@Requires('employer.manage')
export class PlacementsController {
  constructor(
    private readonly recordPlacement: RecordPlacement,
    private readonly endPlacement: EndPlacement,
    private readonly choices: CourseChoices,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    @Inject(TRAINEE_ENROLMENTS) private readonly enrolments: TraineeEnrolments,
  ) {}

  @Get('new')
  async blank(@CurrentContext() context: RequestContext, @Query() query: PlacementQuery): Promise<Page> {
    const [traineeId, employerId] = [idIn(query.trainee), idIn(query.employer)];
    return newPage(
      await this.model(
        context,
        { typed: { traineeId, employerId } },
        { traineeId, employerId, q: searchTextOf(query.q) },
      ),
    );
  }

  @Post()
  async record(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(PlacementForm, body, this.clock.today());
    const people = { traineeId: idIn(read.typed['traineeId']), employerId: idIn(read.typed['employerId']), q: '' };
    return answerForm(read, {
      act: (form) => this.recordPlacement.execute(context.actor, { ...form }),
      done: ({ employerId }) => seeOther(`/office/employers/${employerId}`, flash('placement.recorded')),
      again: async (filling) => newPage(await this.model(context, filling, people)),
    });
  }

  @Get(':id/ending')
  async show(@CurrentContext() { translator }: RequestContext, @IdParam() id: string): Promise<Page> {
    return endingPage({
      form: formView(EndingForm, translator, { typed: { endedOn: this.clock.today() } }),
      placement: await this.placement(id),
    });
  }

  @Post(':id/ending')
  async end(
    @CurrentContext() { translator, actor }: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const placement = await this.placement(id);
    return answerForm(readForm(EndingForm, body, this.clock.today()), {
      act: ({ endedOn }) => this.endPlacement.execute(actor, placement.id, endedOn),
      done: ({ employerId }) =>
        seeOther(`/office/employers/${employerId}`, flash('placement.ended', { name: placement.trainee })),
      again: (filling) => endingPage({ form: formView(EndingForm, translator, filling), placement }),
    });
  }

  private async placement(id: string): Promise<PlacementRow> {
    return found(await placementById(this.reads, id));
  }

  private async model(
    { translator }: RequestContext,
    filling: FormState,
    { traineeId, employerId, q }: { traineeId: string; employerId: string; q: string },
  ): Promise<NewPage> {
    const trainee = traineeId === '' ? null : await traineeById(this.reads, traineeId);
    const employer = employerId === '' ? null : await employerById(this.reads, employerId);
    const tracks = await this.choices.tracks();
    const form = formView(PlacementForm, translator, {
      ...filling,
      options: {
        employerId: byLabel(
          translator,
          (await employerChoices(this.reads)).map(({ id, name }) => ({ value: id, label: name })),
        ),
        trackId: tracks.map((one) => ({
          value: one.id,
          label: translator.language === 'en' ? one.nameEn : one.nameZh,
        })),
      },
    });
    const people = trainee ? [] : await candidates(this.reads, this.enrolments, q);
    const rest = employer ? `&employer=${employer.id}` : '';
    return {
      form,
      q,
      trainee: trainee && { id: trainee.id, name: trainee.name },
      employer: employer && { id: employer.id, name: employer.name },
      candidates: people.map((one) => ({ ...one, pickHref: `/office/placements/new?trainee=${one.id}${rest}` })),
      backHref: employer
        ? `/office/employers/${employer.id}`
        : trainee
          ? `/office/trainees/${trainee.id}`
          : '/office/employers',
    };
  }
}

const idIn = (typed: unknown): string => (typeof typed === 'string' && looksLikeId(typed) ? typed : '');
