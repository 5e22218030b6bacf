import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  answerAct,
  CurrentContext,
  definePage,
  found,
  flash,
  type Page,
  ReadDatabase,
  refusalTexts,
  seeOther,
  type SeeOther,
  type RequestContext,
} from '../../platform/index.js';
import { RetireTrack } from '../actions/retire-track.js';
import { RestoreTrack } from '../actions/restore-track.js';
import { trackByCode, type TrackRow } from '../data/track-list.js';
import { COURSE_COHORTS, type CourseCohorts } from '../domain/course-cohorts.js';

const page = definePage<{ readonly track: TrackRow; readonly reasons: readonly string[] }>('courses/tracks/retirement');

@Controller('office/tracks/:code')
@Requires('course.manage')
export class TrackRetirementController {
  constructor(
    private readonly retireTrack: RetireTrack,
    private readonly restoreTrack: RestoreTrack,
    private readonly reads: ReadDatabase,
    @Inject(COURSE_COHORTS) private readonly cohorts: CourseCohorts,
  ) {}

  @Get('retirement')
  async consequences(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const track = await this.byCode(code);
    const reasons =
      track.courses > 0 ? [context.translator.t('refusal.trackKeepsCourses', { count: track.courses })] : [];
    return page({ track, reasons });
  }

  @Post('retirement')
  async retire(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page | SeeOther> {
    const track = await this.byCode(code);
    return answerAct(await this.retireTrack.execute(context.actor, track.id), {
      done: () => seeOther('/office/tracks', flash('track.retired', { name: track.nameZh })),
      again: (refusals) => page({ track, reasons: refusalTexts(context.translator, refusals) }),
    });
  }

  @Post('return')
  async bringBack(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<SeeOther> {
    const track = await this.byCode(code);
    await this.restoreTrack.execute(context.actor, track.id);
    return seeOther('/office/tracks', flash('track.broughtBack', { name: track.nameZh }));
  }

  private async byCode(code: string): Promise<TrackRow> {
    return found(await trackByCode(this.reads, this.cohorts, code));
  }
}
