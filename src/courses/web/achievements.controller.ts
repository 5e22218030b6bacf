import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  flash,
  optionsOf,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type Translator,
  typedFrom,
  TakesFiles,
  type RequestContext,
  answerForm,
  type FormState,
  withRefusals,
} from '../../platform/index.js';
import { AddAchievement } from '../actions/add-achievement.js';
import { ChangeAchievement } from '../actions/change-achievement.js';
import { type AchievementRow } from '../data/achievement-list.js';
import { ACHIEVEMENT_LEVELS, VALIDITIES } from '../domain/achievement-design.js';
import { AchievementPages } from './achievement.page.js';
import { AchievementForm, achievementValues, designFrom, NewAchievementForm } from './achievement.form.js';
import { SentPictures } from './sent-pictures.js';

export interface NewPage {
  readonly form: FormView<NewAchievementForm>;
}
export interface EditPage {
  readonly form: FormView<AchievementForm>;
  readonly achievement: AchievementRow;
  readonly next: number;
}

const newPage = definePage<NewPage>('courses/achievements/new');
const editPage = definePage<EditPage>('courses/achievements/edit');

const FILES_OF_AN_ACHIEVEMENT = { files: 1, bytes: 5 * 1024 * 1024 };

@Controller('office/achievements')
@Requires('course.manage')
export class AchievementsController {
  constructor(
    private readonly addAchievement: AddAchievement,
    private readonly changeAchievement: ChangeAchievement,
    private readonly pictures: SentPictures,
    private readonly pages: AchievementPages,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  blank(@CurrentContext() { translator }: RequestContext): Page {
    return newView(translator, { typed: { validity: 'none' } });
  }

  @Post()
  @TakesFiles(FILES_OF_AN_ACHIEVEMENT)
  async make(@CurrentContext() { translator, actor }: RequestContext, @Body() sent: unknown): Promise<Page | SeeOther> {
    const { body, refusals } = await this.pictures.with(actor, sent, ['picture']);
    return answerForm(withRefusals(readForm(NewAchievementForm, body, this.clock.today()), refusals), {
      act: (form) => this.addAchievement.execute(actor, form.code, designFrom(form)),
      done: ({ code }) => seeOther(`/office/achievements/${code}`, flash('achievement.made', { code })),
      again: (filling) => newView(translator, filling),
    });
  }

  @Get(':code')
  show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return this.pages.show(context, code);
  }

  @Get(':code/edit')
  async edit(@CurrentContext() { translator }: RequestContext, @Param('code') code: string): Promise<Page> {
    const achievement = await this.pages.byCode(code);
    return editView(translator, achievement, { typed: typedFrom(achievementValues(achievement)) });
  }

  @Post(':code')
  @TakesFiles(FILES_OF_AN_ACHIEVEMENT)
  async change(
    @CurrentContext() { translator, actor }: RequestContext,
    @Param('code') code: string,
    @Body() sent: unknown,
  ): Promise<Page | SeeOther> {
    const achievement = await this.pages.byCode(code);
    const { body, refusals } = await this.pictures.with(actor, sent, ['picture']);
    return answerForm(withRefusals(readForm(AchievementForm, body, this.clock.today()), refusals), {
      act: (form) => this.changeAchievement.execute(actor, achievement.id, designFrom(form)),
      done: (changed) =>
        seeOther(`/office/achievements/${changed.code}`, flash('achievement.changed', { version: changed.version })),
      again: (filling) => editView(translator, achievement, filling),
    });
  }
}

function newView(translator: Translator, filling: FormState): Page {
  return newPage({ form: formView(NewAchievementForm, translator, { ...filling, options: optionsIn(translator) }) });
}

function editView(translator: Translator, achievement: AchievementRow, filling: FormState): Page {
  return editPage({
    achievement,
    next: achievement.version + 1,
    form: formView(AchievementForm, translator, { ...filling, options: optionsIn(translator) }),
  });
}

function optionsIn(translator: Translator) {
  return {
    level: ACHIEVEMENT_LEVELS.map((value) => ({ value, label: translator.t(`achievement.level_${value}`) })),
    validity: optionsOf(translator, 'achievement.validity', VALIDITIES),
  };
}
