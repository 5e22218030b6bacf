import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  dayOf,
  found,
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
  answerForm,
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
  design(@CurrentContext() { translator, actor }: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    return answerForm(readForm(CourseForm, body, this.clock.today()), {
      act: (form) => this.designCourse.execute(actor, courseDesignOf(form)),
      done: ({ code }) => seeOther(`/office/courses/${code}`, flash('course.designed', { code })),
      again: async (filling) => newCoursePage({ ...(await this.pages.form(translator, filling)), course: null }),
    });
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
    return answerForm(readForm(CourseForm, body, this.clock.today()), {
      act: (form) => this.changeCourse.execute(actor, course.id, courseDesignOf(form)),
      done: (changed) =>
        seeOther(
          `/office/courses/${changed.code}`,
          flash(`course.changed_${changed.step}`, { version: changed.version }),
        ),
      again: async (filling) => {
        const view = await this.pages.form(translator, filling, { trackKept: course.trackId });
        return editCoursePage({ ...view, course: await this.pages.currentOf(course) });
      },
    });
  }
}
