import type { FormView, Translator } from '../../../platform/index.js';
import {
  type InstructorRow,
  instructorText,
  nameIn,
  type QualificationOfInstructor,
  type SessionView,
} from '../../core/index.js';
import type { FeedView } from '../../feeds/index.js';
import type { AvailabilityView } from './availability.page.js';
import type { QualificationForm } from './resource.form.js';
import type { UseStrip } from './use-strip.js';

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
  readonly courses: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
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
