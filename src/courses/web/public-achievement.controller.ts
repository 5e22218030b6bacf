import { Controller, Get, Inject, Param } from '@nestjs/common';
import { definePage, FileAnswer, found, OpenToAll, type Page, pictureOf, ReadDatabase } from '../../platform/index.js';
import {
  achievementByCode,
  type AchievementRow,
  type AchievementVersionRow,
  achievementVersions,
  coursesAround,
  type CourseLeading,
} from '../data/achievement-list.js';
import { ACHIEVEMENT_CERTIFICATES, type AchievementCertificates } from '../domain/achievement-certificates.js';

export interface PublicAchievementPage {
  readonly achievement: AchievementRow;
  readonly state: 'retired' | null;
  readonly picture: string | null;
  /** Courses in use that lead to it. */
  readonly leading: readonly CourseLeading[];
  /** Those before the one in force, the newest first: certificates name the version that they follow. */
  readonly earlier: readonly AchievementVersionRow[];
}

const page = definePage<PublicAchievementPage>('courses/achievements/public');
const AN_HOUR = 'public, max-age=3600';

/** What every credential names as its achievement: for strangers, also long after the last was awarded. */
@Controller('achievements')
@OpenToAll()
export class PublicAchievementController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(ACHIEVEMENT_CERTIFICATES) private readonly certificates: AchievementCertificates,
  ) {}

  @Get(':code')
  async show(@Param('code') code: string): Promise<Page> {
    const achievement = await this.known(code);
    const { leading } = await coursesAround(this.reads, achievement.id);
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
    const { picture } = await this.known(code);
    const { bytes, type } = found(picture ? await pictureOf(this.reads.query, picture) : null);
    return new FileAnswer(Buffer.from(bytes), type, { cache: AN_HOUR });
  }

  private async known(code: string): Promise<AchievementRow> {
    return found(await achievementByCode(this.reads, this.certificates, code));
  }
}
