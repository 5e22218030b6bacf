import { Inject, Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import {
  definePage,
  found,
  type Page,
  ReadDatabase,
  type Refusal,
  refusalTexts,
  type RequestContext,
} from '../../platform/index.js';
import {
  achievementByCode,
  type AchievementRow,
  type AchievementVersionRow,
  achievementVersions,
  coursesAround,
  type CourseLeading,
} from '../data/achievement-list.js';
import { ACHIEVEMENT_CERTIFICATES, type AchievementCertificates } from '../domain/achievement-certificates.js';

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

const page = definePage<AchievementPage>('courses/achievements/show');

/** The page of one achievement, which those that change it show again. */
@Injectable()
export class AchievementPages {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(ACHIEVEMENT_CERTIFICATES) private readonly certificates: AchievementCertificates,
  ) {}

  /** @throws NotFound where there is none of this code */
  async known(code: string): Promise<AchievementRow> {
    return found(await achievementByCode(this.reads, this.certificates, code));
  }

  async show({ actor, translator }: RequestContext, code: string, refusals: readonly Refusal[] = []): Promise<Page> {
    const achievement = await this.known(code);
    const { leading, asking } = await coursesAround(this.reads, achievement.id);
    return page({
      achievement,
      state: achievement.retiredAt === null ? null : 'retired',
      leading,
      asking,
      templateName: await this.certificates.templateName(achievement.id),
      mayChooseTemplate: may(actor, 'certificateTemplate.manage'),
      versions: await achievementVersions(this.reads, achievement.id),
      reasons: refusalTexts(translator, refusals),
    });
  }
}
