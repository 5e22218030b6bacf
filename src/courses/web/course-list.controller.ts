import { Controller, Get, Inject, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  addressWith,
  CurrentContext,
  definePage,
  optionsOf,
  type Page,
  type Pages,
  pagesOf,
  ReadDatabase,
  type RequestContext,
  requestedPage,
  type SelectOption,
  selectOptions,
} from '../../platform/index.js';
import { CourseChoices } from '../data/course-choices.js';
import { COURSE_SORTS, courseList, type CourseLine } from '../data/course-list.js';
import { COURSE_COHORTS, type CourseCohorts } from '../domain/course-cohorts.js';
import { LEVELS } from '../domain/levels.js';

export interface CourseListPage {
  readonly q: string;
  readonly tracks: readonly SelectOption[];
  readonly levels: readonly SelectOption[];
  readonly retired: boolean;
  readonly filtered: boolean;
  readonly rows: readonly CourseLine[];
  readonly total: number;
  readonly pages: Pages;
  readonly sorts: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
}

const page = definePage<CourseListPage>('courses/courses/index');
const SIZE = 50;

interface CourseListQuery {
  readonly q?: string;
  readonly track?: string;
  readonly level?: string;
  readonly retired?: string;
  readonly sort?: string;
  readonly page?: string;
}

@Controller('office/courses')
@Requires('course.manage')
export class CourseListController {
  constructor(
    private readonly choices: CourseChoices,
    private readonly reads: ReadDatabase,
    @Inject(COURSE_COHORTS) private readonly cohorts: CourseCohorts,
  ) {}

  @Get()
  async index(@CurrentContext() context: RequestContext, @Query() query: CourseListQuery): Promise<Page> {
    const { translator } = context;
    const q = text(query.q);
    const [track, level, retired] = [text(query.track), text(query.level), text(query.retired) !== ''];
    const sort = COURSE_SORTS.find((one) => one === query.sort) ?? 'code';
    const at = requestedPage(query.page);
    const { rows, count } = await courseList(this.reads, this.cohorts, {
      q,
      track,
      level,
      retired,
      sort,
      page: at,
      size: SIZE,
    });
    const tracks = await this.choices.tracks({ withRetired: true });
    return page({
      q,
      retired,
      rows,
      total: count,
      filtered: q !== '' || track !== '' || level !== '' || retired,
      tracks: selectOptions(
        tracks.map((one) => ({
          value: one.code,
          label: translator.language === 'en' ? one.nameEn : one.nameZh,
        })),
        track,
      ),
      levels: selectOptions(optionsOf(translator, 'course.level', LEVELS), level),
      pages: pagesOf(context.url, { page: at, size: SIZE, count }),
      sorts: COURSE_SORTS.map((one) => ({
        label: translator.t(`course.sort_${one}`),
        href: addressWith(addressWith(context.url, 'sort', one), 'page', null),
        current: one === sort,
      })),
    });
  }
}

const text = (typed: unknown): string => (typeof typed === 'string' ? typed.trim().slice(0, 100) : '');
