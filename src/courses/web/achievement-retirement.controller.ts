import { Controller, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  answerAct,
  CurrentContext,
  flash,
  type Page,
  seeOther,
  type SeeOther,
  type RequestContext,
} from '../../platform/index.js';
import { RestoreAchievement } from '../actions/restore-achievement.js';
import { RetireAchievement } from '../actions/retire-achievement.js';
import { AchievementPages } from './achievement.page.js';

@Controller('office/achievements/:code')
@Requires('course.manage')
export class AchievementRetirementController {
  constructor(
    private readonly pages: AchievementPages,
    private readonly retireAchievement: RetireAchievement,
    private readonly restoreAchievement: RestoreAchievement,
  ) {}

  @Post('retirement')
  async retire(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page | SeeOther> {
    const { id } = await this.pages.byCode(code);
    return answerAct(await this.retireAchievement.execute(context.actor, id), {
      done: (retired) =>
        seeOther(`/office/achievements/${retired.code}`, flash('achievement.retired', { code: retired.code })),
      again: (refusals) => this.pages.show(context, code, refusals),
    });
  }

  @Post('return')
  async bringBack(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<SeeOther> {
    const { id, code: canonical } = await this.pages.byCode(code);
    await this.restoreAchievement.execute(context.actor, id);
    return seeOther(`/office/achievements/${canonical}`, flash('achievement.broughtBack', { code: canonical }));
  }
}
