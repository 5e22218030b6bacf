import { dayOf, type Language, type Speaker } from '../../../platform/index.js';
import type { Named } from '../../core/index.js';
import {
  asksForAnAnswer,
  byCohort,
  type SeenPlace,
  spansOfNumbers,
  staysOnItsDay,
  type Telling,
  TOLD_PARTS,
  type ToldPart,
} from '../domain/telling.js';

/** What a letter is written with: names in both languages, and the addresses that it gives. */
export interface LetterVoice {
  readonly speaker: Speaker;
  readonly rooms: ReadonlyMap<string, Named>;
  readonly people: ReadonlyMap<string, Named>;
  /** Where a cohort's whole timetable stands; null: the instructor's own. */
  readonly timetable: (cohortCode: string | null) => string;
  /** Where an instructor says whether they can. */
  readonly answer: (telling: Telling) => string;
}

export interface WrittenLetter {
  readonly subject: string;
  readonly body: string;
}

/** One letter with everything that changed for one person, in their language. */
export function letterOf(name: string, tellings: readonly Telling[], voice: LetterVoice): WrittenLetter {
  const { speaker } = voice;
  const groups = byCohort(tellings);
  const parts = [
    speaker.say('bulletin.greeting', { name }),
    ...groups.flatMap((group) => sectionOf(group, voice)),
    ...(tellings.some(({ instructorId }) => instructorId !== null)
      ? [`${speaker.say('bulletin.own_sessions')}\n${voice.timetable(null)}`]
      : []),
    speaker.say('bulletin.calendar_note'),
  ];
  return { subject: subjectOf(groups, speaker), body: `${parts.join('\n\n')}\n` };
}

/** "第 1–3、5 次课": the sessions of one cohort by their numbers. */
export function sessionsSaid(speaker: Speaker, numbers: readonly number[]): string {
  const spans = spansOfNumbers(numbers).map(([from, until]) => (from === until ? String(from) : `${from}–${until}`));
  const list =
    speaker.language === 'en' && spans.length > 1
      ? `${spans.slice(0, -1).join(', ')} and ${spans.at(-1)}`
      : spans.join('、');
  return speaker.say('bulletin.sessions', { count: new Set(numbers).size, numbers: list });
}

/** Every line that tells of one session; the first names it. */
export function linesOf(telling: Telling, voice: LetterVoice): string[] {
  const { speaker } = voice;
  const {
    kind,
    change: { number, reason },
    was,
    is,
  } = telling;
  if (kind === 'moved' && was && is) {
    const what = telling.differs.map((part) => speaker.say(`bulletin.new_${part}`)).join(speaker.say('bulletin.and'));
    return [
      speaker.say('bulletin.moved', { number, what }),
      ...TOLD_PARTS.flatMap((part) => partSaid(telling, part, voice)),
    ];
  }
  const place = kind === 'added' ? is : was;
  if (!place) return [];
  const about = { number, ...spanOf(place), room: roomSaid(place, voice) };
  if (kind === 'added' && telling.instructorId === null && place.people.length > 0)
    return [speaker.say('bulletin.added_by', { ...about, name: peopleSaid(place, voice) })];
  const first = speaker.say(`bulletin.${kind === 'added' && telling.instructorId !== null ? 'given' : kind}`, about);
  return [first, ...(kind === 'cancelled' && reason ? [speaker.say('bulletin.because', { reason })] : [])];
}

function sectionOf(group: readonly Telling[], voice: LetterVoice): string[] {
  const { speaker } = voice;
  const [first] = group;
  if (!first) return [];
  const { cohort } = first.change;
  const about = { course: nameIn(speaker.language, cohort.title), cohort: cohort.code };
  const capacity = first.instructorId === null ? 'trainee' : 'instructor';
  const allNew = group.every(({ kind }) => kind === 'added');
  const heading = allNew
    ? speaker.say(`bulletin.${capacity}_gets`, { ...about, count: group.length })
    : speaker.say(`bulletin.${capacity}_has`, about);
  const asked = (one: Telling) => (asksForAnAnswer(one) ? [speaker.say('bulletin.answer_ask'), voice.answer(one)] : []);
  return [
    heading,
    ...paragraphs(group.map((one) => [...linesOf(one, voice), ...asked(one)])),
    ...(first.instructorId === null
      ? [`${speaker.say('bulletin.whole_timetable')}\n${voice.timetable(cohort.code)}`]
      : []),
  ];
}

/** Neighbours of one line each stand together, others apart. */
function paragraphs(told: readonly (readonly string[])[]): string[] {
  const parts: { text: string; single: boolean }[] = [];
  for (const lines of told) {
    const last = parts.at(-1);
    const single = lines.length === 1;
    if (single && last?.single) last.text += `\n${lines[0] ?? ''}`;
    else parts.push({ text: lines.join('\n'), single });
  }
  return parts.map(({ text }) => text);
}

function subjectOf(groups: readonly (readonly Telling[])[], speaker: Speaker): string {
  const kinds = new Set(
    groups.flat().map(({ kind, instructorId }) => (kind === 'added' && instructorId !== null ? 'given' : kind)),
  );
  const [only] = kinds;
  const kind = kinds.size === 1 && only ? only : 'moved';
  const [first] = groups;
  const codes = [...new Set(groups.flat().map(({ change }) => change.cohort.code))];
  if (!first || codes.length > 1) {
    const count = new Set(groups.flat().map(({ change }) => change.sessionId)).size;
    return speaker.say(`bulletin.subject_${kind}`, {
      what: speaker.say('bulletin.subject_many', { cohort: codes[0] ?? '', cohorts: codes.length, count }),
    });
  }
  const sessions = sessionsSaid(
    speaker,
    groups.flat().map(({ change }) => change.number),
  );
  return speaker.say(`bulletin.subject_${kind}`, {
    what: speaker.say('bulletin.subject_one', { cohort: codes[0] ?? '', sessions }),
  });
}

function partSaid(telling: Telling, part: ToldPart, voice: LetterVoice): string[] {
  const { speaker } = voice;
  const { was, is, differs } = telling;
  if (!was || !is) return [];
  const changed = differs.includes(part);
  if (part === 'time') {
    if (!changed) return [speaker.say('bulletin.same_time', spanOf(is))];
    const before = spanOf(was);
    return [
      speaker.say(staysOnItsDay(telling) ? 'bulletin.other_clock' : 'bulletin.other_time', {
        dayBefore: before.day,
        startedAt: before.startsAt,
        endedAt: before.endsAt,
        ...spanOf(is),
      }),
    ];
  }
  const say = part === 'room' ? roomSaid : peopleSaid;
  // Nobody, or they themselves: nothing to tell.
  if (!changed && part === 'people' && is.people.every((id) => id === telling.instructorId)) return [];
  return [
    changed
      ? speaker.say(`bulletin.other_${part}`, { before: say(was, voice), after: say(is, voice) })
      : speaker.say(`bulletin.same_${part}`, { after: say(is, voice) }),
  ];
}

function spanOf({ startsAt, endsAt }: SeenPlace): { day: string; startsAt: number; endsAt: number } {
  return { day: dayOf(startsAt), startsAt, endsAt };
}

function roomSaid({ roomId }: SeenPlace, { speaker, rooms }: LetterVoice): string {
  const room = roomId === null ? undefined : rooms.get(roomId);
  return room ? nameIn(speaker.language, room) : speaker.say('session.no_room');
}

function peopleSaid({ people: ids }: SeenPlace, { speaker, people }: LetterVoice): string {
  const names = ids.flatMap((id) => people.get(id) ?? []).map((named) => nameIn(speaker.language, named));
  return names.length === 0 ? speaker.say('session.no_instructor') : names.join(speaker.say('bulletin.and'));
}

function nameIn(language: Language, { zh, en }: Named): string {
  return language === 'en' ? en : zh;
}
