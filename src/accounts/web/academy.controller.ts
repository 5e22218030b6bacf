import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  Clock,
  CurrentContext,
  definePage,
  FileAnswer,
  fileOf,
  type FormView,
  formView,
  found,
  isRefused,
  flash,
  OpenToAll,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  typedFrom,
  TakesFiles,
  type RequestContext,
} from '../../platform/index.js';
import { AcademyProfile } from '../actions/academy-profile.js';
import { ChangeLogo } from '../actions/change-logo.js';
import { DescribeAcademy } from '../actions/describe-academy.js';
import { RemoveLogo } from '../actions/remove-logo.js';
import { LARGEST_LOGO_BYTES } from '../domain/logo-refusals.js';
import { academyLogo } from '../data/academy-facts.js';
import { AcademyForm, LogoForm } from './administration.form.js';
import { Requires } from './requires.js';

export interface AcademyPage {
  readonly form: FormView<AcademyForm>;
  readonly logoForm: FormView<LogoForm>;
  readonly hasLogo: boolean;
  readonly mostKilobytes: number;
}

const page = definePage<AcademyPage>('accounts/academy/edit');

@Controller('office/academy')
@Requires('academy.configure')
export class AcademyController {
  constructor(
    private readonly describeAcademy: DescribeAcademy,
    private readonly changeLogo: ChangeLogo,
    private readonly removeLogo: RemoveLogo,
    private readonly profile: AcademyProfile,
    private readonly clock: Clock,
  ) {}

  @Get()
  async edit(@CurrentContext() context: RequestContext): Promise<Page> {
    return page(await this.model(context, {}));
  }

  @Post()
  async describe(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(AcademyForm, body, this.clock.today());
    if (!read.ok)
      return page(await this.model(context, { form: formView(AcademyForm, context.translator, read) }), 422);
    const { nameZh, nameEn, placeZh, placeEn, contactEmail, contactPhone } = read.form;
    await this.describeAcademy.execute(context.actor, {
      nameZh,
      nameEn,
      placeZh: placeZh ?? '',
      placeEn: placeEn ?? '',
      contactEmail,
      contactPhone,
    });
    return seeOther('/office/academy', flash('academy.saved'));
  }

  @Post('logo')
  @TakesFiles({ files: 1, bytes: 5 * 1024 * 1024 })
  async carry(
    @CurrentContext() context: RequestContext,
    @Body() body: { logo?: unknown } | null,
  ): Promise<Page | SeeOther> {
    const file = fileOf(body?.logo);
    const outcome = await this.changeLogo.execute(context.actor, file ? await file.toBuffer() : null);
    if (isRefused(outcome))
      return page(
        await this.model(context, { logoForm: formView(LogoForm, context.translator, { refusals: outcome.reasons }) }),
        422,
      );
    return seeOther('/office/academy', flash('academy.logo_saved'));
  }

  @Post('logo/removal')
  async carryNone(@CurrentContext() context: RequestContext): Promise<SeeOther> {
    await this.removeLogo.execute(context.actor);
    return seeOther('/office/academy', flash('academy.logo_removed'));
  }

  private async model({ translator }: RequestContext, given: Partial<AcademyPage>): Promise<AcademyPage> {
    const { hasLogo, ...facts } = found(await this.profile.refresh());
    return {
      form: formView(AcademyForm, translator, { typed: typedFrom(facts) }),
      logoForm: formView(LogoForm, translator),
      hasLogo,
      mostKilobytes: LARGEST_LOGO_BYTES / 1024,
      ...given,
    };
  }
}

/** The logo itself, on every page and open to everybody. */
@Controller('academy/logo')
@OpenToAll()
export class LogoController {
  constructor(private readonly reads: ReadDatabase) {}

  @Get()
  async show(): Promise<FileAnswer> {
    const { logo, logoType } = found(await academyLogo(this.reads.query));
    return new FileAnswer(Buffer.from(found(logo), 'base64'), found(logoType), {
      cache: 'public, max-age=300',
    });
  }
}
