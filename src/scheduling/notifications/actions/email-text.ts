import { dayOf, type Language, type Translator } from '../../../platform/index.js';
import type { BilingualName } from '../../core/index.js';
import {
  needsAnswer,
  byCohort,
  type SeenSlot,
  spansOfNumbers,
  staysOnItsDay,
  type ChangeNotification,
  NOTIFIED_PARTS,
  type NotifiedPart,
} from '../domain/change-notification.js';

/** What an email needs: names in both languages and addresses. */
export interface EmailContext {
  readonly translator: Translator;
  readonly rooms: ReadonlyMap<string, BilingualName>;
  readonly people: ReadonlyMap<string, BilingualName>;
  /** Address of a cohort's timetable; null for the instructor's own. */
  readonly timetable: (cohortCode: string | null) => string;
  /** Address at which an instructor answers. */
  readonly answer: (changeNotification: ChangeNotification) => string;
}

export interface WrittenEmail {
  readonly subject: string;
  readonly body: string;
}

/** One email with everything that changed for one person, in their language. */
export function emailOf(
  name: string,
  changeNotifications: readonly ChangeNotification[],
  voice: EmailContext,
): WrittenEmail {
  const { translator } = voice;
  const groups = byCohort(changeNotifications);
  const parts = [
    translator.t('bulletin.greeting', { name }),
    ...groups.flatMap((group) => sectionOf(group, voice)),
    ...(changeNotifications.some(({ instructorId }) => instructorId !== null)
      ? [`${translator.t('bulletin.own_sessions')}\n${voice.timetable(null)}`]
      : []),
    translator.t('bulletin.calendar_note'),
  ];
  return { subject: subjectOf(groups, translator), body: `${parts.join('\n\n')}\n` };
}

/** "第 1–3、5 次课": the numbers of the sessions of one cohort. */
export function sessionsText(translator: Translator, numbers: readonly number[]): string {
  const spans = spansOfNumbers(numbers).map(([from, until]) => (from === until ? String(from) : `${from}–${until}`));
  const list =
    translator.language === 'en' && spans.length > 1
      ? `${spans.slice(0, -1).join(', ')} and ${spans.at(-1)}`
      : spans.join('、');
  return translator.t('bulletin.sessions', { count: new Set(numbers).size, numbers: list });
}

/** The lines about one session; the first names it. */
export function linesOf(changeNotification: ChangeNotification, voice: EmailContext): string[] {
  const { translator } = voice;
  const {
    kind,
    change: { number, reason },
    was,
    is,
  } = changeNotification;
  if (kind === 'moved' && was && is) {
    const what = changeNotification.differs
      .map((part) => translator.t(`bulletin.new_${part}`))
      .join(translator.t('bulletin.and'));
    return [
      translator.t('bulletin.moved', { number, what }),
      ...NOTIFIED_PARTS.flatMap((part) => partText(changeNotification, part, voice)),
    ];
  }
  const place = kind === 'added' ? is : was;
  if (!place) return [];
  const about = { number, ...spanOf(place), room: roomText(place, voice) };
  if (kind === 'added' && changeNotification.instructorId === null && place.people.length > 0)
    return [translator.t('bulletin.added_by', { ...about, name: peopleText(place, voice) })];
  const first = translator.t(
    `bulletin.${kind === 'added' && changeNotification.instructorId !== null ? 'given' : kind}`,
    about,
  );
  return [first, ...(kind === 'cancelled' && reason ? [translator.t('bulletin.because', { reason })] : [])];
}

function sectionOf(group: readonly ChangeNotification[], voice: EmailContext): string[] {
  const { translator } = voice;
  const [first] = group;
  if (!first) return [];
  const { cohort } = first.change;
  const about = { course: nameIn(translator.language, cohort.title), cohort: cohort.code };
  const capacity = first.instructorId === null ? 'trainee' : 'instructor';
  const allNew = group.every(({ kind }) => kind === 'added');
  const heading = allNew
    ? translator.t(`bulletin.${capacity}_gets`, { ...about, count: group.length })
    : translator.t(`bulletin.${capacity}_has`, about);
  const answerLines = (one: ChangeNotification) =>
    needsAnswer(one) ? [translator.t('bulletin.answer_ask'), voice.answer(one)] : [];
  return [
    heading,
    ...paragraphs(group.map((one) => [...linesOf(one, voice), ...answerLines(one)])),
    ...(first.instructorId === null
      ? [`${translator.t('bulletin.whole_timetable')}\n${voice.timetable(cohort.code)}`]
      : []),
  ];
}

/** Consecutive one-line entries form a block; longer ones are separated by blank lines. */
function paragraphs(entries: readonly (readonly string[])[]): string[] {
  const parts: { text: string; single: boolean }[] = [];
  for (const lines of entries) {
    const last = parts.at(-1);
    const single = lines.length === 1;
    if (single && last?.single) last.text += `\n${lines[0] ?? ''}`;
    else parts.push({ text: lines.join('\n'), single });
  }
  return parts.map(({ text }) => text);
}

function subjectOf(groups: readonly (readonly ChangeNotification[])[], translator: Translator): string {
  const kinds = new Set(
    groups.flat().map(({ kind, instructorId }) => (kind === 'added' && instructorId !== null ? 'given' : kind)),
  );
  const [only] = kinds;
  const kind = kinds.size === 1 && only ? only : 'moved';
  const [first] = groups;
  const codes = [...new Set(groups.flat().map(({ change }) => change.cohort.code))];
  if (!first || codes.length > 1) {
    const count = new Set(groups.flat().map(({ change }) => change.sessionId)).size;
    return translator.t(`bulletin.subject_${kind}`, {
      what: translator.t('bulletin.subject_many', { cohort: codes[0] ?? '', cohorts: codes.length, count }),
    });
  }
  const sessions = sessionsText(
    translator,
    groups.flat().map(({ change }) => change.number),
  );
  return translator.t(`bulletin.subject_${kind}`, {
    what: translator.t('bulletin.subject_one', { cohort: codes[0] ?? '', sessions }),
  });
}

function partText(changeNotification: ChangeNotification, part: NotifiedPart, voice: EmailContext): string[] {
  const { translator } = voice;
  const { was, is, differs } = changeNotification;
  if (!was || !is) return [];
  const changed = differs.includes(part);
  if (part === 'time') {
    if (!changed) return [translator.t('bulletin.same_time', spanOf(is))];
    const before = spanOf(was);
    return [
      translator.t(staysOnItsDay(changeNotification) ? 'bulletin.other_clock' : 'bulletin.other_time', {
        dayBefore: before.day,
        startedAt: before.startsAt,
        endedAt: before.endsAt,
        ...spanOf(is),
      }),
    ];
  }
  const textOf = part === 'room' ? roomText : peopleText;
  // Nobody, or the reader themselves: omit the line.
  if (!changed && part === 'people' && is.people.every((id) => id === changeNotification.instructorId)) return [];
  return [
    changed
      ? translator.t(`bulletin.other_${part}`, { before: textOf(was, voice), after: textOf(is, voice) })
      : translator.t(`bulletin.same_${part}`, { after: textOf(is, voice) }),
  ];
}

function spanOf({ startsAt, endsAt }: SeenSlot): { day: string; startsAt: number; endsAt: number } {
  return { day: dayOf(startsAt), startsAt, endsAt };
}

function roomText({ roomId }: SeenSlot, { translator, rooms }: EmailContext): string {
  const room = roomId === null ? undefined : rooms.get(roomId);
  return room ? nameIn(translator.language, room) : translator.t('session.no_room');
}

function peopleText({ people: ids }: SeenSlot, { translator, people }: EmailContext): string {
  const names = ids.flatMap((id) => people.get(id) ?? []).map((named) => nameIn(translator.language, named));
  return names.length === 0 ? translator.t('session.no_instructor') : names.join(translator.t('bulletin.and'));
}

function nameIn(language: Language, { zh, en }: BilingualName): string {
  return language === 'en' ? en : zh;
}
