import { Injectable } from '@nestjs/common';
import {
  definePage,
  type FormView,
  formView,
  found,
  type Page,
  type RequestContext,
  typedFrom,
} from '../../platform/index.js';
import { AcademyProfile } from '../actions/academy-profile.js';
import { LARGEST_LOGO_BYTES } from '../domain/logo-refusals.js';
import { AcademyForm, LogoForm } from './administration.form.js';

export interface AcademyPage {
  readonly form: FormView<AcademyForm>;
  readonly logoForm: FormView<LogoForm>;
  readonly hasLogo: boolean;
  readonly mostKilobytes: number;
}

const page = definePage<AcademyPage>('accounts/academy/edit');

/** The page of the academy's profile and logo. */
@Injectable()
export class AcademyPages {
  constructor(private readonly profile: AcademyProfile) {}

  async edit(
    { translator }: RequestContext,
    forms: Partial<Pick<AcademyPage, 'form' | 'logoForm'>> = {},
  ): Promise<Page> {
    const { hasLogo, ...facts } = found(await this.profile.refresh());
    return page({
      form: formView(AcademyForm, translator, { typed: typedFrom(facts) }),
      logoForm: formView(LogoForm, translator),
      hasLogo,
      mostKilobytes: LARGEST_LOGO_BYTES / 1024,
      ...forms,
    });
  }
}
