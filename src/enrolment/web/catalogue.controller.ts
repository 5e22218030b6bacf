import { Controller, Get, Param, Query } from '@nestjs/common';
import { LEVELS } from '../../courses/index.js';
import {
  Clock,
  CurrentContext,
  found,
  inLanguage,
  monthsAfter,
  OpenToAll,
  type Page,
  pagesOf,
  ReadDatabase,
  type RequestContext,
  requestedPage,
  selectOptions,
} from '../../platform/index.js';
import { catalogue, publicCohortsOf, trackOptions } from '../data/catalogue.js';
import { courseByCode, prerequisitesOf } from '../data/course-page.js';
import { cardOf, cataloguePage, type CatalogueQuery, cohortLine, coursePage, linesOf } from './catalogue.page.js';

const PAGE_SIZE = 24;

/** The public catalogue: the list of courses, and each course with its cohorts. */
@Controller('courses')
@OpenToAll()
export class CatalogueController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@CurrentContext() context: RequestContext, @Query() query: CatalogueQuery): Promise<Page> {
    const { translator } = context;
    const filter = {
      q: textIn(query.q).slice(0, 80),
      track: textIn(query.track),
      level: textIn(query.level),
      month: monthIn(query.month),
      onlyWithSeats: textIn(query.seats) !== '',
    };
    const page = requestedPage(query.page);
    const { rows, count } = await catalogue(this.reads.query, {
      ...filter,
      now: this.clock.now(),
      page,
      size: PAGE_SIZE,
    });
    const tracks = await trackOptions(this.reads.query);
    return cataloguePage({
      q: filter.q,
      tracks: selectOptions(
        tracks.map((one) => ({ value: one.code, label: inLanguage(context, one.nameZh, one.nameEn) })),
        filter.track,
      ),
      levels: selectOptions(
        LEVELS.map((value) => ({ value, label: translator.t(`catalogue.level.${value}`) })),
        filter.level,
      ),
      months: selectOptions(
        this.nextMonths().map((value) => ({ value, label: translator.format.month(value) })),
        filter.month,
      ),
      seatsOnly: filter.onlyWithSeats,
      filtered:
        filter.q !== '' || filter.track !== '' || filter.level !== '' || filter.month !== '' || filter.onlyWithSeats,
      count,
      cards: rows.map((row) => cardOf(row, context)),
      pages: pagesOf(context.url, { page, size: PAGE_SIZE, count }),
    });
  }

  @Get(':code')
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const course = found(await courseByCode(this.reads.query, code));
    const cohorts = await publicCohortsOf(this.reads.query, course.id, this.clock.today());
    return coursePage({
      course,
      prerequisites: await prerequisitesOf(this.reads.query, course.id),
      outcomes: linesOf(context, course.outcomesZh, course.outcomesEn),
      syllabus: linesOf(context, course.syllabusZh, course.syllabusEn),
      levelWord: context.translator.t(`catalogue.level.${course.level}`),
      cohorts: cohorts.map((one) => cohortLine(one, context.translator, this.clock.now())),
    });
  }

  /** This month and the eight after it. */
  private nextMonths(): string[] {
    const first = `${this.clock.today().slice(0, 7)}-01`;
    return Array.from({ length: 9 }, (_, index) => monthsAfter(first, index).slice(0, 7));
  }
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const monthIn = (value: unknown): string => (/^20\d\d-(0[1-9]|1[0-2])$/.test(textIn(value)) ? textIn(value) : '');
