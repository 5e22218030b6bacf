import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  found,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  typedFrom,
  type RequestContext,
  answerForm,
} from '../../platform/index.js';
import { OpenTrack } from '../actions/open-track.js';
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
@Controller('office/tracks')
@Requires('course.manage')
export class TracksController {
  constructor(
    private readonly openTrack: OpenTrack,
    private readonly changeTrack: ChangeTrack,
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
  open(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    return answerForm(readForm(TrackForm, body, this.clock.today()), {
      act: async (form) => this.openTrack.execute(context.actor, trackPlanOf(form, await this.lastPosition())),
      done: (_, { nameZh }) => seeOther('/office/tracks', flash('track.opened', { name: nameZh })),
      again: (filling) => newPage({ form: formView(TrackForm, context.translator, filling), track: null }),
    });
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
    return answerForm(readForm(TrackForm, body, this.clock.today()), {
      act: (form) => this.changeTrack.execute(context.actor, track.id, trackPlanOf(form, track.position)),
      done: (_, { nameZh }) => seeOther('/office/tracks', flash('track.changed', { name: nameZh })),
      again: (filling) => editPage({ form: formView(TrackForm, context.translator, filling), track }),
    });
  }

  private async lastPosition(): Promise<number> {
    return Math.min(
      999,
      1 + Math.max(0, ...(await trackList(this.reads, this.cohorts)).map((track) => track.position)),
    );
  }
}
