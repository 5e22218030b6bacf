import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  Clock,
  type FormView,
  formView,
  found,
  type Refusal,
  refusalTexts,
  type RequestContext,
  type SelectOption,
  type Translator,
} from '../../../platform/index.js';
import {
  AcademyCalendarReader,
  coursesToTeach,
  type SessionFormState,
  type InstructorRow,
  instructors,
  instructorText,
  nameIn,
  type QualificationOfInstructor,
  qualifications,
  type SessionView,
  sessionView,
  TimetableReader,
} from '../../core/index.js';
import { FeedAddresses, type FeedView } from '../../feeds/index.js';
import { type AvailabilityView, AvailabilityViews } from './availability.page.js';
import { QualificationForm } from './instructor.form.js';
import { stripFrame, type UseStrip, useStrip } from './use-strip.js';

export interface InstructorView {
  readonly id: string;
  readonly name: string;
  readonly otherName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly accountEmail: string | null;
  readonly bio: string | null;
  /** Hours; `null`: no limit. */
  readonly mostADay: string | null;
  readonly mostAWeek: string | null;
  readonly retired: boolean;
}

export interface InstructorsPage {
  readonly instructors: readonly (InstructorView & { readonly courses: readonly string[]; readonly strip: UseStrip })[];
  readonly found: number;
  readonly q: string;
  readonly courses: readonly SelectOption[];
  readonly retiredToo: boolean;
  readonly filtered: boolean;
  /** There are instructors, but all have left. */
  readonly allLeft: boolean;
  readonly mayChange: boolean;
}

export interface QualificationView {
  readonly id: string;
  readonly course: string;
  readonly courseTitle: string;
  readonly validity: string;
  readonly shape: string;
  readonly shapeText: string;
}

export interface InstructorPage {
  readonly instructor: InstructorView;
  readonly strip: UseStrip;
  readonly qualifications: readonly QualificationView[];
  readonly availability: AvailabilityView;
  readonly mayChange: boolean;
  readonly sessions: readonly SessionView[];
  readonly feed: FeedView;
  readonly form: FormView<QualificationForm>;
  readonly refusals: readonly string[];
}

export function instructorView(translator: Translator, row: InstructorRow): InstructorView {
  const own = instructorText(translator, row);
  return {
    id: row.id,
    name: own,
    otherName: own === row.name ? row.latinName : row.name,
    email: row.email,
    phone: row.phone,
    accountEmail: row.accountEmail,
    bio: translator.language === 'en' ? (row.bioEn ?? row.bioZh) : (row.bioZh ?? row.bioEn),
    retired: row.retiredAt !== null,
    mostADay: hoursText(translator, row.mostMinutesPerDay),
    mostAWeek: hoursText(translator, row.mostMinutesPerWeek),
  };
}

export function qualificationView(
  translator: Translator,
  one: QualificationOfInstructor,
  today: string,
): QualificationView {
  const { validFrom, validUntil } = one;
  const shape =
    validUntil !== null && validUntil < today
      ? 'expired'
      : validFrom !== null && validFrom > today
        ? 'pending'
        : 'valid';
  const key =
    validFrom === null ? (validUntil === null ? 'always' : 'until') : validUntil === null ? 'from' : 'between';
  return {
    id: one.id,
    course: one.course,
    courseTitle: nameIn(translator, { zh: one.titleZh, en: one.titleEn }),
    validity: translator.t(`qualification.${key}`, { from: validFrom, until: validUntil }),
    shape,
    shapeText: translator.t(`qualification.state_${shape}`),
  };
}

function hoursText(translator: Translator, minutes: number | null): string | null {
  return minutes === null ? null : translator.t('instructor.hours', { count: Math.round(minutes / 6) / 10 });
}

/** A refused form, or the reasons of a refused action. */
interface ActionOutcome {
  readonly filled?: SessionFormState;
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
