import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  dayOf,
  found,
  isRefused,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  QueryText,
  type RequestContext,
  LONG_FORM_BYTES,
  TakesLongForm,
} from '../../platform/index.js';
import { ChangeCourse } from '../actions/change-course.js';
import { DesignCourse } from '../actions/design-course.js';
import { courseByCode } from '../data/course-by-code.js';
import { CoursePages, editCoursePage, newCoursePage, showCoursePage } from './course.page.js';
import { courseDesignOf, CourseForm } from './course.form.js';

@Controller('office/courses')
@Requires('course.manage')
export class CoursesController {
  constructor(
    private readonly designCourse: DesignCourse,
    private readonly changeCourse: ChangeCourse,
    private readonly pages: CoursePages,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async blank(
    @CurrentContext() { translator }: RequestContext,
    @Query('track', QueryText) track?: string,
  ): Promise<Page> {
    return newCoursePage({ ...(await this.pages.form(translator, { typed: { trackId: track ?? '' } })), course: null });
  }

  @Post()
  @TakesLongForm(LONG_FORM_BYTES)
  async design(
    @CurrentContext() { translator, actor }: RequestContext,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const read = readForm(CourseForm, body, this.clock.today());
    if (!read.ok) return newCoursePage({ ...(await this.pages.form(translator, read)), course: null }, 422);
    const outcome = await this.designCourse.execute(actor, courseDesignOf(read.form));
    if (isRefused(outcome))
      return newCoursePage(
        { ...(await this.pages.form(translator, { typed: read.typed, refusals: outcome.reasons })), course: null },
        422,
      );
    return seeOther(`/office/courses/${outcome.code}`, flash('course.designed', { code: outcome.code }));
  }

  @Get(':code')
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return showCoursePage(await this.pages.show(found(await courseByCode(this.reads, code)), dayOf(context.at)));
  }

  @Get(':code/edit')
  async edit(@CurrentContext() { translator }: RequestContext, @Param('code') code: string): Promise<Page> {
    const course = found(await courseByCode(this.reads, code));
    const view = await this.pages.form(
      translator,
      { typed: await this.pages.typedOf(course) },
      { trackKept: course.trackId },
    );
    return editCoursePage({ ...view, course: await this.pages.currentOf(course) });
  }

  @Post(':code')
  @TakesLongForm(LONG_FORM_BYTES)
  async change(
    @CurrentContext() { translator, actor }: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const course = found(await courseByCode(this.reads, code));
    const kept = { trackKept: course.trackId };
    const read = readForm(CourseForm, body, this.clock.today());
    if (!read.ok)
      return editCoursePage(
        { ...(await this.pages.form(translator, read, kept)), course: await this.pages.currentOf(course) },
        422,
      );
    const outcome = await this.changeCourse.execute(actor, course.id, courseDesignOf(read.form));
    if (!isRefused(outcome))
      return seeOther(
        `/office/courses/${outcome.code}`,
        flash(`course.changed_${outcome.step}`, { version: outcome.version }),
      );
    const view = await this.pages.form(translator, { typed: read.typed, refusals: outcome.reasons }, kept);
    return editCoursePage({ ...view, course: await this.pages.currentOf(course) }, 422);
  }
}
