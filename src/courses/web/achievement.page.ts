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
  relatedCourses,
  type RelatedCourse,
} from '../data/achievement-list.js';
import { ACHIEVEMENT_CERTIFICATES, type AchievementCertificates } from '../domain/achievement-certificates.js';

export interface AchievementPage {
  readonly achievement: AchievementRow;
  readonly state: 'retired' | null;
  readonly leading: readonly RelatedCourse[];
  readonly requiring: readonly RelatedCourse[];
  readonly templateName: string | null;
  readonly mayChooseTemplate: boolean;
  readonly versions: readonly AchievementVersionRow[];
  readonly reasons: readonly string[];
}

const page = definePage<AchievementPage>('courses/achievements/show');

/** The page of one achievement; refused actions show it again with their reasons. */
@Injectable()
export class AchievementPages {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(ACHIEVEMENT_CERTIFICATES) private readonly certificates: AchievementCertificates,
  ) {}

  /** @throws NotFound for an unknown code */
  async byCode(code: string): Promise<AchievementRow> {
    return found(await achievementByCode(this.reads, this.certificates, code));
  }

  async show({ actor, translator }: RequestContext, code: string, refusals: readonly Refusal[] = []): Promise<Page> {
    const achievement = await this.byCode(code);
    const { leading, requiring: asking } = await relatedCourses(this.reads, achievement.id);
    return page({
      achievement,
      state: achievement.retiredAt === null ? null : 'retired',
      leading,
      requiring: asking,
      templateName: await this.certificates.templateName(achievement.id),
      mayChooseTemplate: may(actor, 'certificateTemplate.manage'),
      versions: await achievementVersions(this.reads, achievement.id),
      reasons: refusalTexts(translator, refusals),
    });
  }
}
