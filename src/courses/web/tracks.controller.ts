import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  found,
  isRefused,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  typedFrom,
  type RequestContext,
  refusalTexts,
} from '../../platform/index.js';
import { OpenTrack } from '../actions/open-track.js';
import { RetireTrack } from '../actions/retire-track.js';
import { RestoreTrack } from '../actions/restore-track.js';
import { ChangeTrack } from '../actions/change-track.js';
import { trackByCode, trackList, type TrackRow } from '../data/track-list.js';
import { COURSE_COHORTS, type CourseCohorts } from '../domain/course-cohorts.js';
import { TrackForm, trackPlanOf } from './course.form.js';

export interface TrackFormPage {
  readonly form: FormView<TrackForm>;
  readonly track: TrackRow | null;
}

const indexPage = definePage<{ readonly tracks: readonly TrackRow[]; readonly retired: readonly TrackRow[] }>(
  'courses/tracks/index',
);
const newPage = definePage<TrackFormPage>('courses/tracks/new');
const editPage = definePage<TrackFormPage>('courses/tracks/edit');
const retirementPage = definePage<{ readonly track: TrackRow; readonly reasons: readonly string[] }>(
  'courses/tracks/retirement',
);

@Controller('office/tracks')
@Requires('course.manage')
export class TracksController {
  constructor(
    private readonly openTrack: OpenTrack,
    private readonly changeTrack: ChangeTrack,
    private readonly retireTrack: RetireTrack,
    private readonly restoreTrack: RestoreTrack,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    @Inject(COURSE_COHORTS) private readonly cohorts: CourseCohorts,
  ) {}

  @Get()
  async index(): Promise<Page> {
    const all = await trackList(this.reads, this.cohorts);
    return indexPage({
      tracks: all.filter((one) => one.retiredAt === null),
      retired: all.filter((one) => one.retiredAt !== null),
    });
  }

  @Get('new')
  blank(@CurrentContext() context: RequestContext): Page {
    return newPage({ form: formView(TrackForm, context.translator), track: null });
  }

  @Post()
  async open(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(TrackForm, body, this.clock.today());
    if (!read.ok) return newPage({ form: formView(TrackForm, context.translator, read), track: null }, 422);
    const outcome = await this.openTrack.execute(context.actor, trackPlanOf(read.form, await this.lastPosition()));
    if (isRefused(outcome))
      return newPage(
        { form: formView(TrackForm, context.translator, { ...read, refusals: outcome.reasons }), track: null },
        422,
      );
    return seeOther('/office/tracks', flash('track.opened', { name: read.form.nameZh }));
  }

  @Get(':code/edit')
  async edit(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const track = found(await trackByCode(this.reads, this.cohorts, code));
    return editPage({ form: formView(TrackForm, context.translator, { typed: typedFrom({ ...track }) }), track });
  }

  @Post(':code')
  async change(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const track = found(await trackByCode(this.reads, this.cohorts, code));
    const read = readForm(TrackForm, body, this.clock.today());
    if (!read.ok) return editPage({ form: formView(TrackForm, context.translator, read), track }, 422);
    const outcome = await this.changeTrack.execute(context.actor, track.id, trackPlanOf(read.form, track.position));
    if (isRefused(outcome))
      return editPage(
        { form: formView(TrackForm, context.translator, { ...read, refusals: outcome.reasons }), track },
        422,
      );
    return seeOther('/office/tracks', flash('track.changed', { name: read.form.nameZh }));
  }

  @Get(':code/retirement')
  async consequences(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const track = found(await trackByCode(this.reads, this.cohorts, code));
    const reasons =
      track.courses > 0 ? [context.translator.t('refusal.trackKeepsCourses', { count: track.courses })] : [];
    return retirementPage({ track, reasons });
  }

  @Post(':code/retirement')
  async retire(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page | SeeOther> {
    const track = found(await trackByCode(this.reads, this.cohorts, code));
    const outcome = await this.retireTrack.execute(context.actor, track.id);
    if (isRefused(outcome))
      return retirementPage({ track, reasons: refusalTexts(context.translator, outcome.reasons) }, 422);
    return seeOther('/office/tracks', flash('track.retired', { name: track.nameZh }));
  }

  @Post(':code/return')
  async bringBack(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<SeeOther> {
    const track = found(await trackByCode(this.reads, this.cohorts, code));
    await this.restoreTrack.execute(context.actor, track.id);
    return seeOther('/office/tracks', flash('track.broughtBack', { name: track.nameZh }));
  }

  private async lastPosition(): Promise<number> {
    return Math.min(
      999,
      1 + Math.max(0, ...(await trackList(this.reads, this.cohorts)).map((track) => track.position)),
    );
  }
}
