import { dayOf, type Translator } from '../../../platform/index.js';
import { nameIn, type SessionSlot } from '../../core/index.js';
import type { BulletinEmailDraft } from '../actions/compose-bulletin.js';
import type { BulletinFacts, Names } from '../data/bulletin-facts.js';
import type { StoredEmail } from '../data/bulletin-list.js';
import { isUrgent, QUIET_MILLISECONDS } from '../domain/bulletin-rules.js';
import type { NotifiedChange } from '../domain/change-notification.js';

export interface BulletinView {
  readonly id: string;
  readonly href: string;
  readonly by: string;
  readonly state: string;
  readonly stateText: string;
  /** Time of closing, or of the last change. */
  readonly at: number;
  /** Text of how it was closed; null while open. */
  readonly closedText: string | null;
  readonly cohorts: string;
  readonly isOpen: boolean;
  /** When it is sent automatically; null: at once. */
  readonly leavesAt: number | null;
}

export interface ChangeView {
  readonly cohort: string;
  readonly href: string;
  readonly number: number;
  readonly kindText: string;
  readonly tone: string;
  readonly before: PlaceView | null;
  readonly after: PlaceView | null;
  readonly reason: string | null;
}

interface PlaceView {
  readonly date: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly room: string;
  readonly people: string;
  readonly otherTime: boolean;
  readonly otherRoom: boolean;
  readonly otherPeople: boolean;
}

export interface EmailView {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly subject: string;
  readonly body: string;
  readonly dropped: boolean;
  readonly mark: { readonly tone: string; readonly word: string } | null;
  readonly outdated: { readonly text: string; readonly body: string | null } | null;
}

/** Cohorts beyond this number are only counted. */
const MOST_NAMED = 3;
const TONES = { open: 'pending', sent: 'sent', dropped: 'withdrawn' } as const;

export function bulletinView(
  { translator }: { readonly translator: Translator },
  bulletin: BulletinFacts,
  now: number,
): BulletinView {
  const { id, state, openedByName, touchedAt, closedAt, changes } = bulletin;
  const isOpen = state === 'open';
  const at = closedAt ?? touchedAt;
  const codes = [...new Set(changes.map(({ cohort }) => cohort.code))];
  const named = codes.slice(0, MOST_NAMED).join(translator.t('bulletin.and'));
  return {
    id,
    href: `/office/bulletins/${id}`,
    by: openedByName ?? translator.t('bulletin.by_itself'),
    state: TONES[state],
    stateText: translator.t(`bulletin.state_${state}`),
    at,
    closedText: isOpen ? null : translator.t(`bulletin.closed_${state}`, { at }),
    isOpen,
    cohorts: codes.length > MOST_NAMED ? translator.t('bulletin.and_more', { named, count: codes.length }) : named,
    leavesAt: !isOpen || isUrgent(bulletin, now) ? null : touchedAt + QUIET_MILLISECONDS,
  };
}

export function changeView(translator: Translator, change: NotifiedChange, names: Names): ChangeView {
  const { cohort, number, before, after, reason } = change;
  const slotViewOf = (slot: SessionSlot | null): PlaceView | null =>
    slot && {
      date: dayOf(slot.startsAt),
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      room: roomText(translator, slot, names),
      people: peopleText(translator, slot, names),
      otherTime:
        before !== null && after !== null && (before.startsAt !== after.startsAt || before.endsAt !== after.endsAt),
      otherRoom: before !== null && after !== null && before.roomId !== after.roomId,
      otherPeople:
        before !== null &&
        after !== null &&
        peopleText(translator, before, names) !== peopleText(translator, after, names),
    };
  const [was, is] = [slotViewOf(before), slotViewOf(after)];
  const kind =
    was === null
      ? is === null
        ? 'none'
        : 'added'
      : is === null
        ? 'cancelled'
        : is.otherTime || is.otherRoom || is.otherPeople
          ? 'moved'
          : 'none';
  const tones = { none: 'off', added: 'good', moved: 'info', cancelled: 'cancelled' } as const;
  return {
    cohort: cohort.code,
    href: `/office/cohorts/${cohort.code}/sessions`,
    number,
    kindText: translator.t(`bulletin.kind_${kind}`),
    tone: tones[kind],
    before: was,
    after: is,
    reason,
  };
}

export function emailView(translator: Translator, mail: BulletinEmailDraft): EmailView {
  const { key, name, email, language, subject, body, dropped, rewritten, outdated } = mail;
  return {
    key,
    name,
    email,
    language,
    subject,
    body,
    dropped,
    mark: dropped
      ? { tone: 'off', word: translator.t('bulletin.letter_dropped') }
      : outdated
        ? { tone: 'warning', word: translator.t('bulletin.letter_outdated') }
        : rewritten
          ? { tone: 'info', word: translator.t('bulletin.letter_rewritten') }
          : null,
    outdated: outdated && {
      text: translator.t(outdated.body === null ? 'bulletin.outdated_drop' : 'bulletin.outdated_text'),
      body: outdated.body,
    },
  };
}

export function keptView(translator: Translator, mail: StoredEmail, at: number): EmailView {
  const { email, name, language, subject, body, dropped } = mail;
  return {
    key: String(at),
    name: name ?? email,
    email,
    language: language ?? translator.language,
    subject,
    body,
    dropped,
    mark: dropped ? { tone: 'off', word: translator.t('bulletin.letter_dropped') } : null,
    outdated: null,
  };
}

function roomText(translator: Translator, { roomId }: SessionSlot, { rooms }: Names): string {
  const room = roomId === null ? undefined : rooms.get(roomId);
  return room ? nameIn(translator, room) : translator.t('session.no_room');
}

function peopleText(translator: Translator, { instructors }: SessionSlot, { people }: Names): string {
  const names = instructors
    .flatMap(({ instructorId }) => people.get(instructorId) ?? [])
    .map((named) => nameIn(translator, named));
  return names.length === 0 ? translator.t('session.no_instructor') : names.join(translator.t('bulletin.and'));
}
