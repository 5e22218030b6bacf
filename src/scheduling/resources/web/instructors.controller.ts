import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { may, Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentVisit,
  definePage,
  formView,
  type FormView,
  found,
  isRefused,
  looksLikeId,
  notice,
  type Page,
  readForm,
  type Refusal,
  seeOther,
  type SeeOther,
  typedFrom,
  QueryText,
  type Visit,
} from '../../../platform/index.js';
import {
  AcademyCalendarReader,
  coursesToTeach,
  type Filled,
  type InstructorRow,
  instructors,
  nameIn,
  qualifications,
  refusalSaid,
  sessionView,
  TimetableReader,
} from '../../core/index.js';
import { FeedAddresses } from '../../feeds/index.js';
import { AddInstructor, ChangeInstructor, type InstructorProfile, RetireInstructor } from '../actions/instructors.js';
import { QualifyInstructor } from '../actions/qualify-instructor.js';
import { AvailabilityViews } from './availability-view.js';
import {
  type InstructorPage,
  type InstructorsPage,
  type InstructorView,
  instructorView,
  qualificationView,
} from './instructor-view.js';
import { InstructorForm, QualificationForm } from './resource-forms.js';
import { stripFrame, useStrip } from './use-strip.js';

interface InstructorFormPage {
  readonly instructor: InstructorView | null;
  readonly form: FormView<InstructorForm>;
}

interface Said {
  readonly filled?: Filled;
  readonly reasons?: readonly Refusal[];
}

const listPage = definePage<InstructorsPage>('scheduling/resources/instructors/index');
const showPage = definePage<InstructorPage>('scheduling/resources/instructors/show');
const formPage = definePage<InstructorFormPage>('scheduling/resources/instructors/edit');
const MOST_SHOWN = 30;

@Controller('office/instructors')
@Requires('instructor.manage')
export class InstructorsController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly calendar: AcademyCalendarReader,
    private readonly addInstructor: AddInstructor,
    private readonly changeInstructor: ChangeInstructor,
    private readonly retireInstructor: RetireInstructor,
    private readonly qualify: QualifyInstructor,
    private readonly availability: AvailabilityViews,
    private readonly addresses: FeedAddresses,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('availability.manage')
  async index(
    @CurrentVisit() visit: Visit,
    @Query(QueryText) query: Readonly<Record<string, string | undefined>>,
  ): Promise<Page> {
    const q = (query['q'] ?? '').trim();
    const course = query['course'] ?? '';
    const retiredToo = Boolean(query['retired']);
    const known = await qualifications(this.reader.ask);
    const wanted = (await instructors(this.reader.ask))
      .filter(
        (one) =>
          (retiredToo || one.retiredAt === null) &&
          `${one.name} ${one.latinName ?? ''} ${one.email ?? ''}`.toLowerCase().includes(q.toLowerCase()) &&
          (course === '' || known.some((held) => held.instructorId === one.id && held.course === course)),
      )
      .sort((one, other) => visit.speaker.format.compare(one.name, other.name));
    const today = this.clock.today();
    const calendar = await this.calendar.current();
    const sessions = await this.reader.sessions(stripFrame(today));
    return listPage({
      instructors: wanted.map((one) => ({
        ...instructorView(visit.speaker, one),
        courses: [...new Set(known.filter((held) => held.instructorId === one.id).map((held) => held.course))],
        strip: useStrip(
          visit.speaker,
          sessions.filter(({ instructors: taught }) => taught.some(({ id }) => id === one.id)),
          { calendar, today },
        ),
      })),
      found: wanted.length,
      q,
      retiredToo,
      mayChange: may(visit.actor, 'instructor.manage'),
      filtered: q !== '' || course !== '',
      courses: [...new Set(known.map((held) => held.course))].map((code) => ({
        value: code,
        label: code,
        selected: code === course,
      })),
    });
  }

  @Get('new')
  blank(@CurrentVisit() visit: Visit): Page {
    return formPage({ instructor: null, form: formView(InstructorForm, visit.speaker) });
  }

  @Post()
  async add(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(InstructorForm, body, this.clock.today());
    if (!read.ok) return formPage({ instructor: null, form: formView(InstructorForm, visit.speaker, read) }, 422);
    const outcome = await this.addInstructor.as(visit.actor, profileOf(read.form));
    if (isRefused(outcome))
      return formPage(
        {
          instructor: null,
          form: formView(InstructorForm, visit.speaker, { typed: read.typed, refusals: outcome.reasons }),
        },
        422,
      );
    return seeOther(`/office/instructors/${outcome.id}`, notice('instructor.added', { name: read.form.name }));
  }

  @Get(':id')
  @Requires('availability.manage')
  async show(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<Page> {
    return showPage(await this.model(visit, await this.known(id)));
  }

  @Get(':id/edit')
  async edit(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<Page> {
    const row = await this.known(id);
    return formPage({
      instructor: instructorView(visit.speaker, row),
      form: formView(InstructorForm, visit.speaker, {
        typed: typedFrom({
          ...row,
          mostHoursADay: inHours(row.mostMinutesPerDay),
          mostHoursAWeek: inHours(row.mostMinutesPerWeek),
        }),
      }),
    });
  }

  @Post(':id')
  async change(@CurrentVisit() visit: Visit, @Param('id') id: string, @Body() body: unknown): Promise<Page | SeeOther> {
    const instructor = instructorView(visit.speaker, await this.known(id));
    const read = readForm(InstructorForm, body, this.clock.today());
    if (!read.ok) return formPage({ instructor, form: formView(InstructorForm, visit.speaker, read) }, 422);
    const outcome = await this.changeInstructor.to(visit.actor, id, profileOf(read.form));
    if (isRefused(outcome))
      return formPage(
        { instructor, form: formView(InstructorForm, visit.speaker, { typed: read.typed, refusals: outcome.reasons }) },
        422,
      );
    return seeOther(`/office/instructors/${id}`, notice('instructor.changed', { name: read.form.name }));
  }

  @Post(':id/retirement')
  async retire(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<Page | SeeOther> {
    const row = await this.known(id);
    const outcome = await this.retireInstructor.for(visit.actor, id);
    if (isRefused(outcome)) return showPage(await this.model(visit, row, { reasons: outcome.reasons }), 422);
    return seeOther(`/office/instructors/${id}`, notice('instructor.retired', { name: row.name }));
  }

  @Post(':id/return')
  async comeBack(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<SeeOther> {
    const row = await this.known(id);
    await this.retireInstructor.undo(visit.actor, id);
    return seeOther(`/office/instructors/${id}`, notice('instructor.returned', { name: row.name }));
  }

  @Post(':id/qualifications')
  async addQualification(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const row = await this.known(id);
    const read = readForm(QualificationForm, body, this.clock.today());
    if (!read.ok) return showPage(await this.model(visit, row, { filled: read }), 422);
    const outcome = await this.qualify.for(visit.actor, id, read.form);
    if (isRefused(outcome))
      return showPage(await this.model(visit, row, { filled: { typed: read.typed, refusals: outcome.reasons } }), 422);
    return seeOther(`/office/instructors/${id}`, notice('instructor.qualified', { name: row.name }));
  }

  @Post(':id/qualifications/:qualification/withdrawal')
  async withdrawQualification(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Param('qualification') qualification: string,
  ): Promise<Page | SeeOther> {
    const row = await this.known(id);
    found((await qualifications(this.reader.ask, id)).find((held) => held.id === qualification));
    const outcome = await this.qualify.withdraw(visit.actor, qualification);
    if (isRefused(outcome)) return showPage(await this.model(visit, row, { reasons: outcome.reasons }), 422);
    return seeOther(`/office/instructors/${id}`, notice('instructor.unqualified', { name: row.name }));
  }

  private async known(id: string): Promise<InstructorRow> {
    return found(looksLikeId(id) ? (await instructors(this.reader.ask)).find((one) => one.id === id) : null);
  }

  private async model(
    visit: Visit,
    row: InstructorRow,
    { filled = { typed: {} }, reasons = [] }: Said = {},
  ): Promise<InstructorPage> {
    const { speaker } = visit;
    const today = this.clock.today();
    const used = await this.reader.sessions({ ...stripFrame(today), instructorId: row.id });
    const ahead = await this.reader.sessions({ from: this.clock.now(), instructorId: row.id });
    const courses = (await coursesToTeach(this.reader.ask)).map((one) => ({
      value: one.id,
      label: `${one.code} ${nameIn(speaker, { zh: one.titleZh, en: one.titleEn })}`,
    }));
    return {
      instructor: instructorView(speaker, row),
      strip: useStrip(speaker, used, { calendar: await this.calendar.current(), today }),
      availability: await this.availability.of(
        visit,
        { kind: 'instructor', id: row.id },
        `/office/instructors/${row.id}`,
      ),
      mayChange: may(visit.actor, 'instructor.manage'),
      qualifications: (await qualifications(this.reader.ask, row.id)).map((one) =>
        qualificationView(speaker, one, today),
      ),
      sessions: ahead.slice(0, MOST_SHOWN).map((one) => sessionView(speaker, one, this.clock.now())),
      feed: await this.addresses.view({ kind: 'instructor', ownerId: row.id }),
      form: formView(QualificationForm, speaker, { ...filled, options: { courseId: courses } }),
      refusals: reasons.map((one) => refusalSaid(speaker, one)),
    };
  }
}

function profileOf({
  name,
  latinName,
  email,
  phone,
  bioZh,
  bioEn,
  accountEmail,
  mostHoursADay,
  mostHoursAWeek,
}: InstructorForm): InstructorProfile {
  const inMinutes = (hours: number | null) => (hours === null ? null : hours * 60);
  return {
    name,
    latinName,
    email,
    phone,
    bioZh,
    bioEn,
    accountEmail,
    mostMinutesPerDay: inMinutes(mostHoursADay),
    mostMinutesPerWeek: inMinutes(mostHoursAWeek),
  };
}

/** Whole hours, rounded up: a limit set in minutes by an import is not tightened by an edit of something else. */
function inHours(minutes: number | null): number | null {
  return minutes === null ? null : Math.ceil(minutes / 60);
}
