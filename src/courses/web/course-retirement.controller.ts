import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  CurrentContext,
  dayOf,
  definePage,
  found,
  flash,
  type Page,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type RequestContext,
} from '../../platform/index.js';
import { RestoreCourse } from '../actions/restore-course.js';
import { RetireCourse } from '../actions/retire-course.js';
import { courseByCode, type CourseRow } from '../data/course-by-code.js';
import { type CohortOfCourse, COURSE_COHORTS, type CourseCohorts } from '../domain/course-cohorts.js';

export interface RetirementPage {
  readonly course: CourseRow;
  /** Cohorts that run on. */
  readonly running: readonly CohortOfCourse[];
  readonly drafts: number;
  readonly seated: number;
}

const page = definePage<RetirementPage>('courses/courses/retirement');

@Controller('office/courses/:code')
@Requires('course.manage')
export class CourseRetirementController {
  constructor(
    private readonly retireCourse: RetireCourse,
    private readonly restoreCourse: RestoreCourse,
    private readonly reads: ReadDatabase,
    @Inject(COURSE_COHORTS) private readonly cohorts: CourseCohorts,
  ) {}

  @Get('retirement')
  async consequences(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const course = found(await courseByCode(this.reads, code));
    const cohorts = await this.cohorts.list(course.id, dayOf(context.at));
    const running = cohorts.filter(({ isRunning }) => isRunning);
    return page({
      course,
      running,
      drafts: cohorts.filter(({ isDraft }) => isDraft).length,
      seated: running.reduce((sum, one) => sum + one.seated, 0),
    });
  }

  @Post('retirement')
  async retire(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<SeeOther> {
    const course = found(await courseByCode(this.reads, code));
    await this.retireCourse.execute(context.actor, course.id);
    return seeOther(`/office/courses/${course.code}`, flash('course.retired', { code: course.code }));
  }

  @Post('return')
  async bringBack(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<SeeOther> {
    const course = found(await courseByCode(this.reads, code));
    await this.restoreCourse.execute(context.actor, course.id);
    return seeOther(`/office/courses/${course.code}`, flash('course.broughtBack', { code: course.code }));
  }
}
