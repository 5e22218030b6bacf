import { Body, Controller, Get, Post } from '@nestjs/common';
import { may, Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  found,
  flash,
  optionsOf,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  typedFrom,
  type RequestContext,
  IdParam,
  answerForm,
  type FormState,
} from '../../platform/index.js';
import { ChangeTrainee } from '../actions/change-trainee.js';
import { RegisterTrainee } from '../actions/register-trainee.js';
import { traineeById, type TraineeRow } from '../data/trainee-queries.js';
import { EDUCATIONS } from '../domain/education.js';
import { tidyName } from '../domain/names.js';
import { TraineeHistories, type TraineeHistory } from './trainee-history.js';
import { factsOf, TraineeForm } from './trainee.form.js';

export interface ShowPage {
  readonly trainee: TraineeRow;
  readonly history: TraineeHistory;
  readonly today: string;
  /** The audit trail of this record; for administrators. */
  readonly auditHref: string | null;
}

const newPage = definePage<{ readonly form: FormView<TraineeForm> }>('trainees/trainees/new');
const editPage = definePage<{ readonly form: FormView<TraineeForm>; readonly trainee: TraineeRow }>(
  'trainees/trainees/edit',
);
const showPage = definePage<ShowPage>('trainees/trainees/show');

@Controller('office/trainees')
@Requires('trainee.manage')
export class TraineesController {
  constructor(
    private readonly registerTrainee: RegisterTrainee,
    private readonly changeTrainee: ChangeTrainee,
    private readonly histories: TraineeHistories,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  blank(@CurrentContext() context: RequestContext): Page {
    return newPage({ form: view(context) });
  }

  @Post()
  async register(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    return answerForm(readForm(TraineeForm, body, this.clock.today()), {
      act: (form) => this.registerTrainee.execute(context.actor, { ...factsOf(form), consent: form.consent }),
      done: ({ id }, { name }) =>
        seeOther(`/office/trainees/${id}`, flash('trainee.registered', { name: tidyName(name) })),
      again: (filling) => newPage({ form: view(context, filling) }),
    });
  }

  @Get(':id')
  async show(@CurrentContext() { actor }: RequestContext, @IdParam() id: string): Promise<Page> {
    const trainee = await this.trainee(id);
    const auditHref = may(actor, 'audit.read') ? `/office/audit?thing=${trainee.id}` : null;
    const today = this.clock.today();
    return showPage({ trainee, today, auditHref, history: await this.histories.of(trainee.id, today) });
  }

  @Get(':id/edit')
  async edit(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    const trainee = await this.trainee(id);
    return editPage({ trainee, form: view(context, { typed: typedFrom({ ...trainee }) }) });
  }

  @Post(':id')
  async change(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const trainee = await this.trainee(id);
    return answerForm(readForm(TraineeForm, body, this.clock.today()), {
      act: (form) => this.changeTrainee.execute(context.actor, trainee.id, factsOf(form)),
      done: (_, { name }) =>
        seeOther(`/office/trainees/${trainee.id}`, flash('trainee.changed', { name: tidyName(name) })),
      again: (filling) => editPage({ trainee, form: view(context, filling) }),
    });
  }

  private async trainee(id: string): Promise<TraineeRow> {
    return found(await traineeById(this.reads, id));
  }
}

function view({ translator }: RequestContext, filling: FormState = {}): FormView<TraineeForm> {
  return formView(TraineeForm, translator, {
    ...filling,
    options: { education: optionsOf(translator, 'trainee.education', EDUCATIONS) },
  });
}
