import { Controller, Get, Query } from '@nestjs/common';
import { may, Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type Page,
  QueryText,
  type RequestContext,
  selectOptions,
} from '../../../platform/index.js';
import { AcademyCalendarReader, instructors, qualifications, TimetableReader } from '../../core/index.js';
import { type InstructorsPage, instructorView } from './instructor.page.js';
import { stripFrame, useStrip } from './use-strip.js';

const listPage = definePage<InstructorsPage>('scheduling/resources/instructors/index');

@Controller('office/instructors')
@Requires('instructor.manage')
export class InstructorListController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly calendar: AcademyCalendarReader,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('availability.manage')
  async index(
    @CurrentContext() context: RequestContext,
    @Query(QueryText) query: Readonly<Record<string, string | undefined>>,
  ): Promise<Page> {
    const q = (query['q'] ?? '').trim();
    const course = query['course'] ?? '';
    const retiredToo = Boolean(query['retired']);
    const held = await qualifications(this.reader.query);
    const all = await instructors(this.reader.query);
    const matching = all
      .filter(
        (one) =>
          (retiredToo || one.retiredAt === null) &&
          `${one.name} ${one.latinName ?? ''} ${one.email ?? ''}`.toLowerCase().includes(q.toLowerCase()) &&
          (course === '' || held.some((held) => held.instructorId === one.id && held.course === course)),
      )
      .sort((one, other) => context.translator.format.compare(one.name, other.name));
    const today = this.clock.today();
    const calendar = await this.calendar.current();
    const sessions = await this.reader.sessions(stripFrame(today));
    return listPage({
      instructors: matching.map((one) => ({
        ...instructorView(context.translator, one),
        courses: [...new Set(held.filter((held) => held.instructorId === one.id).map((held) => held.course))],
        strip: useStrip(
          context.translator,
          sessions.filter(({ instructors: taught }) => taught.some(({ id }) => id === one.id)),
          { calendar, today },
        ),
      })),
      found: matching.length,
      q,
      retiredToo,
      mayChange: may(context.actor, 'instructor.manage'),
      allLeft: all.length > 0 && all.every(({ retiredAt }) => retiredAt !== null),
      filtered: q !== '' || course !== '',
      courses: selectOptions(
        [...new Set(held.map((held) => held.course))].map((code) => ({ value: code, label: code })),
        course,
      ),
    });
  }
}
