import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
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
  answerForm,
  type FormState,
} from '../../platform/index.js';
import { ChangeOwnProfile } from '../actions/change-own-profile.js';
import { traineeOf, type TraineeRow } from '../data/trainee-queries.js';
import { EDUCATIONS } from '../domain/education.js';
import { TRAINEE_CERTIFICATES, type TraineeCertificates } from '../domain/trainee-certificates.js';
import { ProfileForm } from './trainee.form.js';

export interface ProfilePage {
  readonly form: FormView<ProfileForm>;
  readonly email: string | null;
  readonly consentAt: number | null;
  /** Certificates that print the name; if there are any, only the academy can change it. */
  readonly certificates: number;
}

const page = definePage<ProfilePage>('trainees/profile/edit');

@Controller('my/profile')
@Requires('trainee.self')
export class ProfileController {
  constructor(
    private readonly changeOwnProfile: ChangeOwnProfile,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    @Inject(TRAINEE_CERTIFICATES) private readonly certificates: TraineeCertificates,
  ) {}

  @Get()
  async edit(@CurrentContext() context: RequestContext): Promise<Page> {
    const trainee = await this.own(context);
    return this.page(context, trainee, { typed: typedFrom({ ...trainee }) });
  }

  @Post()
  async change(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const trainee = await this.own(context);
    return answerForm(readForm(ProfileForm, body, this.clock.today()), {
      act: (form) => this.changeOwnProfile.execute(context.actor, form),
      done: () => seeOther('/my/profile', flash('profile.saved')),
      again: (filling) => this.page(context, trainee, filling),
    });
  }

  private async own({ actor }: RequestContext): Promise<TraineeRow> {
    return found(await traineeOf(this.reads.query, actor.id));
  }

  private async page({ translator }: RequestContext, trainee: TraineeRow, filling: FormState): Promise<Page> {
    const certificates = await this.certificates.count(this.reads.query, trainee.id);
    return page({
      form: formView(ProfileForm, translator, {
        ...filling,
        options: { education: optionsOf(translator, 'trainee.education', EDUCATIONS) },
      }),
      email: trainee.accountEmail,
      consentAt: trainee.consentAt,
      certificates,
    });
  }
}
