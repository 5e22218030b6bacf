import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { may, Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentVisit,
  definePage,
  type FieldFault,
  type FormView,
  formView,
  found,
  isRefused,
  notice,
  optionsOf,
  type Page,
  readForm,
  ReadDatabase,
  type Refusal,
  seeOther,
  type SeeOther,
  type Speaker,
  type Typed,
  typedFrom,
  TakesFiles,
  type Visit,
} from '../../platform/index.js';
import { KeepAchievements } from '../actions/keep-achievements.js';
import {
  achievementByCode,
  type AchievementRow,
  type AchievementVersionRow,
  achievementVersions,
  coursesAround,
  type CourseLeading,
  templateNameOf,
} from '../data/achievement-list.js';
import { ACHIEVEMENT_LEVELS, VALIDITIES } from '../domain/achievement-design.js';
import { AchievementForm, achievementValues, designFrom, NewAchievementForm } from './achievement-form.js';
import { SentPictures } from './sent-pictures.js';

interface AchievementPage {
  readonly achievement: AchievementRow;
  readonly state: 'retired' | null;
  readonly leading: readonly CourseLeading[];
  readonly asking: readonly CourseLeading[];
  readonly templateName: string | null;
  readonly mayChooseTemplate: boolean;
  readonly versions: readonly AchievementVersionRow[];
  readonly reasons: readonly string[];
}

interface NewPage {
  readonly form: FormView<NewAchievementForm>;
}
interface EditPage {
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
    private readonly achievements: KeepAchievements,
    private readonly pictures: SentPictures,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  blank(@CurrentVisit() { speaker }: Visit): Page {
    return this.newPage(speaker, { typed: { validity: 'none' } });
  }

  @Post()
  @TakesFiles(FILES_OF_AN_ACHIEVEMENT)
  async make(@CurrentVisit() { speaker, actor }: Visit, @Body() sent: unknown): Promise<Page | SeeOther> {
    const { body, refusals } = await this.pictures.with(actor, sent, ['picture']);
    const read = readForm(NewAchievementForm, body, this.clock.today());
    if (!read.ok || refusals.length > 0) return this.newPage(speaker, { ...read, refusals }, 422);
    const outcome = await this.achievements.make(actor, read.form.code, designFrom(read.form));
    if (isRefused(outcome)) return this.newPage(speaker, { typed: read.typed, refusals: outcome.reasons }, 422);
    return seeOther(`/office/achievements/${outcome.code}`, notice('achievement.made', { code: outcome.code }));
  }

  @Get(':code')
  async show(@CurrentVisit() visit: Visit, @Param('code') code: string): Promise<Page> {
    return showPage(await this.shown(visit, code));
  }

  @Get(':code/edit')
  async edit(@CurrentVisit() { speaker }: Visit, @Param('code') code: string): Promise<Page> {
    const achievement = await this.known(code);
    return this.editPage(speaker, achievement, { typed: typedFrom(achievementValues(achievement)) });
  }

  @Post(':code')
  @TakesFiles(FILES_OF_AN_ACHIEVEMENT)
  async change(
    @CurrentVisit() { speaker, actor }: Visit,
    @Param('code') code: string,
    @Body() sent: unknown,
  ): Promise<Page | SeeOther> {
    const achievement = await this.known(code);
    const { body, refusals } = await this.pictures.with(actor, sent, ['picture']);
    const read = readForm(AchievementForm, body, this.clock.today());
    if (!read.ok || refusals.length > 0) return this.editPage(speaker, achievement, { ...read, refusals, status: 422 });
    const outcome = await this.achievements.change(actor, achievement.id, designFrom(read.form));
    if (isRefused(outcome))
      return this.editPage(speaker, achievement, { typed: read.typed, refusals: outcome.reasons, status: 422 });
    return seeOther(
      `/office/achievements/${outcome.code}`,
      notice('achievement.changed', { version: outcome.version }),
    );
  }

  @Post(':code/retirement')
  async retire(@CurrentVisit() visit: Visit, @Param('code') code: string): Promise<Page | SeeOther> {
    const outcome = await this.achievements.retire(visit.actor, (await this.known(code)).id);
    if (isRefused(outcome))
      return showPage(
        {
          ...(await this.shown(visit, code)),
          reasons: outcome.reasons.map((one) => visit.speaker.say(`refusal.${one.code}`, one.data)),
        },
        422,
      );
    return seeOther(`/office/achievements/${outcome.code}`, notice('achievement.retired', { code: outcome.code }));
  }

  @Post(':code/return')
  async bringBack(@CurrentVisit() visit: Visit, @Param('code') code: string): Promise<SeeOther> {
    const { id, code: known } = await this.known(code);
    await this.achievements.bringBack(visit.actor, id);
    return seeOther(`/office/achievements/${known}`, notice('achievement.broughtBack', { code: known }));
  }

  private async shown({ actor }: Visit, code: string): Promise<AchievementPage> {
    const achievement = await this.known(code);
    const { leading, asking } = await coursesAround(this.reads, achievement.id);
    return {
      achievement,
      state: achievement.retiredAt === null ? null : 'retired',
      leading,
      asking,
      templateName: await templateNameOf(this.reads, achievement.id),
      mayChooseTemplate: may(actor, 'certificateTemplate.manage'),
      versions: await achievementVersions(this.reads, achievement.id),
      reasons: [],
    };
  }

  private newPage(speaker: Speaker, filling: Filling, status = 200): Page {
    return newPage(
      { form: formView(NewAchievementForm, speaker, { ...filling, options: optionsIn(speaker) }) },
      status,
    );
  }

  private editPage(
    speaker: Speaker,
    achievement: AchievementRow,
    { status = 200, ...filling }: Filling & { readonly status?: number },
  ): Page {
    return editPage(
      {
        achievement,
        next: achievement.version + 1,
        form: formView(AchievementForm, speaker, { ...filling, options: optionsIn(speaker) }),
      },
      status,
    );
  }

  private async known(code: string): Promise<AchievementRow> {
    return found(await achievementByCode(this.reads, code));
  }
}

function optionsIn(speaker: Speaker) {
  return {
    level: ACHIEVEMENT_LEVELS.map((value) => ({ value, label: speaker.say(`achievement.level_${value}`) })),
    validity: optionsOf(speaker, 'achievement.validity', VALIDITIES),
  };
}
