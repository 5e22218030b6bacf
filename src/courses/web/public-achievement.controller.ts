import { Controller, Get, Inject, Param } from '@nestjs/common';
import { definePage, FileAnswer, found, OpenToAll, type Page, pictureOf, ReadDatabase } from '../../platform/index.js';
import {
  achievementByCode,
  type AchievementRow,
  type AchievementVersionRow,
  achievementVersions,
  relatedCourses,
  type RelatedCourse,
} from '../data/achievement-list.js';
import { ACHIEVEMENT_CERTIFICATES, type AchievementCertificates } from '../domain/achievement-certificates.js';

export interface PublicAchievementPage {
  readonly achievement: AchievementRow;
  readonly state: 'retired' | null;
  readonly picture: string | null;
  /** Courses in use that lead to it. */
  readonly leading: readonly RelatedCourse[];
  /** Versions before the current one, newest first: certificates name the version that they follow. */
  readonly earlier: readonly AchievementVersionRow[];
}

const page = definePage<PublicAchievementPage>('courses/achievements/public');
const AN_HOUR = 'public, max-age=3600';

/** The address that credentials name as their achievement: stays public even after the achievement is retired. */
@Controller('achievements')
@OpenToAll()
export class PublicAchievementController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(ACHIEVEMENT_CERTIFICATES) private readonly certificates: AchievementCertificates,
  ) {}

  @Get(':code')
  async show(@Param('code') code: string): Promise<Page> {
    const achievement = await this.byCode(code);
    const { leading } = await relatedCourses(this.reads, achievement.id);
    const versions = await achievementVersions(this.reads, achievement.id);
    return page({
      achievement,
      state: achievement.retiredAt === null ? null : 'retired',
      leading: leading.filter((course) => !course.isRetired),
      picture: achievement.picture ? `/achievements/${encodeURIComponent(achievement.code)}/picture` : null,
      earlier: versions.filter(({ number }) => number < achievement.version),
    });
  }

  @Get(':code/picture')
  async picture(@Param('code') code: string): Promise<FileAnswer> {
    const { picture } = await this.byCode(code);
    const { bytes, type } = found(picture ? await pictureOf(this.reads.query, picture) : null);
    return new FileAnswer(Buffer.from(bytes), type, { cache: AN_HOUR });
  }

  private async byCode(code: string): Promise<AchievementRow> {
    return found(await achievementByCode(this.reads, this.certificates, code));
  }
}
