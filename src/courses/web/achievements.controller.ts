import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { may, Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FieldFault,
  type FormView,
  formView,
  found,
  isRefused,
  flash,
  optionsOf,
  type Page,
  readForm,
  ReadDatabase,
  type Refusal,
  seeOther,
  type SeeOther,
  type Translator,
  type Typed,
  typedFrom,
  TakesFiles,
  type RequestContext,
} from '../../platform/index.js';
import { AddAchievement } from '../actions/add-achievement.js';
import { RestoreAchievement } from '../actions/restore-achievement.js';
import { RetireAchievement } from '../actions/retire-achievement.js';
import { ChangeAchievement } from '../actions/change-achievement.js';
import {
  achievementByCode,
  type AchievementRow,
  type AchievementVersionRow,
  achievementVersions,
  coursesAround,
  type CourseLeading,
} from '../data/achievement-list.js';
import { ACHIEVEMENT_CERTIFICATES, type AchievementCertificates } from '../domain/achievement-certificates.js';
import { ACHIEVEMENT_LEVELS, VALIDITIES } from '../domain/achievement-design.js';
import { AchievementForm, achievementValues, designFrom, NewAchievementForm } from './achievement.form.js';
import { SentPictures } from './sent-pictures.js';

export interface AchievementPage {
  readonly achievement: AchievementRow;
  readonly state: 'retired' | null;
  readonly leading: readonly CourseLeading[];
  readonly asking: readonly CourseLeading[];
  readonly templateName: string | null;
  readonly mayChooseTemplate: boolean;
  readonly versions: readonly AchievementVersionRow[];
  readonly reasons: readonly string[];
}

export interface NewPage {
  readonly form: FormView<NewAchievementForm>;
}
export interface EditPage {
  readonly form: FormView<AchievementForm>;
  readonly achievement: AchievementRow;
  readonly next: number;
}

const showPage = definePage<AchievementPage>('courses/achievements/show');
const newPage = definePage<NewPage>('courses/achievements/new');
const editPage = definePage<EditPage>('courses/achievements/edit');

interface Filling {
  readonly typed?: Typed;
  readonly faults?: readonly FieldFault[];
  readonly refusals?: readonly Refusal[];
}

const FILES_OF_AN_ACHIEVEMENT = { files: 1, bytes: 5 * 1024 * 1024 };

@Controller('office/achievements')
@Requires('course.manage')
export class AchievementsController {
  constructor(
    private readonly addAchievement: AddAchievement,
    private readonly restoreAchievement: RestoreAchievement,
    private readonly retireAchievement: RetireAchievement,
    private readonly changeAchievement: ChangeAchievement,
    private readonly pictures: SentPictures,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    @Inject(ACHIEVEMENT_CERTIFICATES) private readonly certificates: AchievementCertificates,
  ) {}

  @Get('new')
  blank(@CurrentContext() { translator }: RequestContext): Page {
    return this.newPage(translator, { typed: { validity: 'none' } });
  }

  @Post()
  @TakesFiles(FILES_OF_AN_ACHIEVEMENT)
  async make(@CurrentContext() { translator, actor }: RequestContext, @Body() sent: unknown): Promise<Page | SeeOther> {
    const { body, refusals } = await this.pictures.with(actor, sent, ['picture']);
    const read = readForm(NewAchievementForm, body, this.clock.today());
    if (!read.ok || refusals.length > 0) return this.newPage(translator, { ...read, refusals }, 422);
    const outcome = await this.addAchievement.execute(actor, read.form.code, designFrom(read.form));
    if (isRefused(outcome)) return this.newPage(translator, { typed: read.typed, refusals: outcome.reasons }, 422);
    return seeOther(`/office/achievements/${outcome.code}`, flash('achievement.made', { code: outcome.code }));
  }

  @Get(':code')
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return showPage(await this.shown(context, code));
  }

  @Get(':code/edit')
  async edit(@CurrentContext() { translator }: RequestContext, @Param('code') code: string): Promise<Page> {
    const achievement = await this.known(code);
    return this.editPage(translator, achievement, { typed: typedFrom(achievementValues(achievement)) });
  }

  @Post(':code')
  @TakesFiles(FILES_OF_AN_ACHIEVEMENT)
  async change(
    @CurrentContext() { translator, actor }: RequestContext,
    @Param('code') code: string,
    @Body() sent: unknown,
  ): Promise<Page | SeeOther> {
    const achievement = await this.known(code);
    const { body, refusals } = await this.pictures.with(actor, sent, ['picture']);
    const read = readForm(AchievementForm, body, this.clock.today());
    if (!read.ok || refusals.length > 0)
      return this.editPage(translator, achievement, { ...read, refusals, status: 422 });
    const outcome = await this.changeAchievement.execute(actor, achievement.id, designFrom(read.form));
    if (isRefused(outcome))
      return this.editPage(translator, achievement, { typed: read.typed, refusals: outcome.reasons, status: 422 });
    return seeOther(`/office/achievements/${outcome.code}`, flash('achievement.changed', { version: outcome.version }));
  }

  @Post(':code/retirement')
  async retire(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page | SeeOther> {
    const outcome = await this.retireAchievement.execute(context.actor, (await this.known(code)).id);
    if (isRefused(outcome))
      return showPage(
        {
          ...(await this.shown(context, code)),
          reasons: outcome.reasons.map((one) => context.translator.t(`refusal.${one.code}`, one.data)),
        },
        422,
      );
    return seeOther(`/office/achievements/${outcome.code}`, flash('achievement.retired', { code: outcome.code }));
  }

  @Post(':code/return')
  async bringBack(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<SeeOther> {
    const { id, code: known } = await this.known(code);
    await this.restoreAchievement.execute(context.actor, id);
    return seeOther(`/office/achievements/${known}`, flash('achievement.broughtBack', { code: known }));
  }

  private async shown({ actor }: RequestContext, code: string): Promise<AchievementPage> {
    const achievement = await this.known(code);
    const { leading, asking } = await coursesAround(this.reads, achievement.id);
    return {
      achievement,
      state: achievement.retiredAt === null ? null : 'retired',
      leading,
      asking,
      templateName: await this.certificates.templateName(achievement.id),
      mayChooseTemplate: may(actor, 'certificateTemplate.manage'),
      versions: await achievementVersions(this.reads, achievement.id),
      reasons: [],
    };
  }

  private newPage(translator: Translator, filling: Filling, status = 200): Page {
    return newPage(
      { form: formView(NewAchievementForm, translator, { ...filling, options: optionsIn(translator) }) },
      status,
    );
  }

  private editPage(
    translator: Translator,
    achievement: AchievementRow,
    { status = 200, ...filling }: Filling & { readonly status?: number },
  ): Page {
    return editPage(
      {
        achievement,
        next: achievement.version + 1,
        form: formView(AchievementForm, translator, { ...filling, options: optionsIn(translator) }),
      },
      status,
    );
  }

  private async known(code: string): Promise<AchievementRow> {
    return found(await achievementByCode(this.reads, this.certificates, code));
  }
}

function optionsIn(translator: Translator) {
  return {
    level: ACHIEVEMENT_LEVELS.map((value) => ({ value, label: translator.t(`achievement.level_${value}`) })),
    validity: optionsOf(translator, 'achievement.validity', VALIDITIES),
  };
}
