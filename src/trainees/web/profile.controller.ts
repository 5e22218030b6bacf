import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
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
  typedFrom,
  type RequestContext,
} from '../../platform/index.js';
import { ChangeOwnProfile } from '../actions/change-own-profile.js';
import { traineeOf, type TraineeRow } from '../data/trainee-queries.js';
import { EDUCATIONS } from '../domain/education.js';
import { TRAINEE_CERTIFICATES, type TraineeCertificates } from '../domain/trainee-certificates.js';
import { ProfileForm } from './trainee.form.js';

export interface ProfilePage {
  readonly form: FormView<ProfileForm>;
  readonly email: string | null;
  readonly verified: boolean;
  readonly consentAt: number | null;
  /** Certificates that print the name, which then only the academy changes. */
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
    return page(await this.model(trainee, this.form(context, { typed: typedFrom({ ...trainee }) })));
  }

  @Post()
  async change(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const trainee = await this.own(context);
    const read = readForm(ProfileForm, body, this.clock.today());
    if (!read.ok) return page(await this.model(trainee, this.form(context, read)), 422);
    const outcome = await this.changeOwnProfile.execute(context.actor, read.form);
    if (isRefused(outcome))
      return page(await this.model(trainee, this.form(context, { typed: read.typed, refusals: outcome.reasons })), 422);
    return seeOther('/my/profile', flash('profile.saved'));
  }

  private async own({ actor }: RequestContext): Promise<TraineeRow> {
    return found(await traineeOf(this.reads.query, actor.id));
  }

  private form({ translator }: RequestContext, filling: Parameters<typeof formView>[2]): FormView<ProfileForm> {
    return formView(ProfileForm, translator, {
      ...filling,
      options: { education: optionsOf(translator, 'trainee.education', EDUCATIONS) },
    });
  }

  private async model(trainee: TraineeRow, form: FormView<ProfileForm>): Promise<ProfilePage> {
    const certificates = await this.certificates.count(this.reads.query, trainee.id);
    return {
      form,
      email: trainee.accountEmail,
      verified: trainee.verifiedAt !== null,
      consentAt: trainee.consentAt,
      certificates,
    };
  }
}
