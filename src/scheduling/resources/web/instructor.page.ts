import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { Clock, formView, found, type Refusal, type RequestContext, refusalTexts } from '../../../platform/index.js';
import {
  AcademyCalendarReader,
  coursesToTeach,
  type Filled,
  type InstructorRow,
  instructors,
  nameIn,
  qualifications,
  sessionView,
  TimetableReader,
} from '../../core/index.js';
import { FeedAddresses } from '../../feeds/index.js';
import { AvailabilityViews } from './availability.page.js';
import { type InstructorPage, instructorView, qualificationView } from './instructor-details.page.js';
import { QualificationForm } from './resource.form.js';
import { stripFrame, useStrip } from './use-strip.js';

/** A refused form, or the reasons of a refused action. */
interface ActionOutcome {
  readonly filled?: Filled;
  readonly reasons?: readonly Refusal[];
}

const MOST_SHOWN = 30;

/** Builds an instructor's page, also after a refused action. */
@Injectable()
export class InstructorPages {
  constructor(
    private readonly reader: TimetableReader,
    private readonly calendar: AcademyCalendarReader,
    private readonly availability: AvailabilityViews,
    private readonly addresses: FeedAddresses,
    private readonly clock: Clock,
  ) {}

  async byId(id: string): Promise<InstructorRow> {
    return found((await instructors(this.reader.query)).find((one) => one.id === id));
  }

  async shown(
    context: RequestContext,
    row: InstructorRow,
    { filled = { typed: {} }, reasons = [] }: ActionOutcome = {},
  ): Promise<InstructorPage> {
    const { translator } = context;
    const today = this.clock.today();
    const used = await this.reader.sessions({ ...stripFrame(today), instructorId: row.id });
    const ahead = await this.reader.sessions({ from: this.clock.now(), instructorId: row.id });
    const courses = (await coursesToTeach(this.reader.query)).map((one) => ({
      value: one.id,
      label: `${one.code} ${nameIn(translator, { zh: one.titleZh, en: one.titleEn })}`,
    }));
    return {
      instructor: instructorView(translator, row),
      strip: useStrip(translator, used, { calendar: await this.calendar.current(), today }),
      availability: await this.availability.of(
        context,
        { kind: 'instructor', id: row.id },
        `/office/instructors/${row.id}`,
      ),
      mayChange: may(context.actor, 'instructor.manage'),
      qualifications: (await qualifications(this.reader.query, row.id)).map((one) =>
        qualificationView(translator, one, today),
      ),
      sessions: ahead.slice(0, MOST_SHOWN).map((one) => sessionView(translator, one, this.clock.now())),
      feed: await this.addresses.view({ kind: 'instructor', ownerId: row.id }),
      form: formView(QualificationForm, translator, { ...filled, options: { courseId: courses } }),
      refusals: refusalTexts(translator, reasons),
    };
  }
}
