import sql, { type Sql } from 'sql-template-tag';
import { instantOf, monthsAfter, ReadDatabase } from '../../../src/platform/index.js';
import { type CalendarFeeds, TimetableReader } from '../../../src/scheduling/index.js';
import { SessionEvents } from '../../../src/scheduling/feeds/actions/session-events.js';
import { invitationParts } from '../../../src/scheduling/feeds/domain/invitation.js';
import { FeedTexts } from '../../../src/scheduling/feeds/web/feed-texts.js';
import type { TestAcademy } from '../../support/app.js';
import { byteFaults, eventsOf } from '../../support/calendar-bytes.js';
import { forEachValidator } from '../../support/calendar-validators.js';

type FeedOf = Parameters<CalendarFeeds['secretOf']>[0];
type Texts = ReadonlyMap<string, string>;

const OWNERS: Readonly<Record<FeedOf['kind'], Sql>> = {
  trainee: sql`SELECT account_id AS "id" FROM trainee WHERE account_id IS NOT NULL ORDER BY account_id`,
  instructor: sql`SELECT id AS "id" FROM instructor ORDER BY id`,
  cohort: sql`SELECT id AS "id" FROM cohort ORDER BY id`,
  room: sql`SELECT id AS "id" FROM room ORDER BY id`,
};
const KINDS = Object.keys(OWNERS) as FeedOf['kind'][];

/** Every feed that anybody of the academy could subscribe to, whether used or not. */
async function feedsOf({ app }: TestAcademy): Promise<Texts> {
  const texts = new Map<string, string>();
  for (const kind of KINDS) {
    for (const { id } of await app.get(ReadDatabase).query<{ id: string }>(OWNERS[kind]))
      texts.set(`${kind} ${id}`, await app.get(FeedTexts).of({ kind, ownerId: id }, 'zh-CN'));
    const [first] = await app.get(ReadDatabase).query<{ id: string }>(OWNERS[kind]);
    if (first) texts.set(`${kind} in English`, await app.get(FeedTexts).of({ kind, ownerId: first.id }, 'en'));
  }
  return texts;
}

/**
 * An invitation to each session of half a year in its current state; for every tenth also its cancellation, or the
 * removal of its recipient.
 */
async function invitationsOf({ app, clock }: TestAcademy): Promise<Texts> {
  const events = app.get(SessionEvents);
  const rows = await app
    .get(TimetableReader)
    .sessions({ from: instantOf(monthsAfter(clock.today(), -6), '00:00'), withCancelled: true });
  const texts = new Map<string, string>();
  for (const [at, row] of rows.entries()) {
    const voice = events.voice(at % 2 === 0 ? 'zh-CN' : 'en');
    const event = events.event(row, voice);
    const sender = {
      ...voice,
      attendee: { name: '欧阳冲; "讲师"', email: 'ouyang.chong@academy.example' },
      now: clock.now(),
    };
    const ends =
      at % 10 === 0
        ? [
            { ...event, status: 'cancelled' as const, sequence: event.sequence + 1 },
            { ...event, leaves: true },
          ]
        : [];
    for (const one of [event, ...ends])
      for (const { method, text } of invitationParts([one], sender))
        texts.set(`${method} ${texts.size} ${row.cohort} ${row.number}`, text);
  }
  return texts;
}

/** Tests of the calendars of a loaded academy; `whole`: the complete demo was loaded. */
export function validatorsReadEveryCalendar(academy: () => TestAcademy, { whole }: { whole: boolean }): void {
  const feeds = once(() => feedsOf(academy()));
  const invitations = once(() => invitationsOf(academy()));
  const events = (texts: Texts) => [...texts.values()].flatMap(eventsOf);

  forEachValidator('accepts the feed of every trainee, instructor, cohort and room', async (validate) => {
    expect(validate(await feeds())).toEqual({ faults: [], events: events(await feeds()).length });
  });

  forEachValidator('accepts an invitation to every session, and its cancellation', async (validate) => {
    expect(validate(await invitations())).toEqual({ faults: [], events: (await invitations()).size });
  });

  it('writes every feed in bytes that follow RFC 5545', async () => {
    expect([...(await feeds())].flatMap(([name, text]) => byteFaults(name, text))).toEqual([]);
  });

  it('writes a session the same in every feed, and a feed the same on every request', async () => {
    const clock = academy().clock;
    const told = new Map<string, string>();
    for (const { UID, SEQUENCE, DTSTART, DTEND, STATUS } of events(await feeds())) {
      const said = [SEQUENCE, DTSTART, DTEND, STATUS].join(' ');
      expect([UID, told.get(UID!) ?? said]).toEqual([UID, said]);
      told.set(UID!, said);
    }
    const [name, text] = [...(await feeds())].find(([one]) => one.startsWith('room '))!;
    const before = clock.now();
    clock.moveTo(before + 61_000);
    const again = await academy()
      .app.get(FeedTexts)
      .of({ kind: 'room', ownerId: name.slice('room '.length) }, 'zh-CN');
    clock.moveTo(before);
    expect(again).toBe(text);
  });

  it('writes every invitation in bytes that follow RFC 5545, from the sender’s own address', async () => {
    for (const [name, text] of await invitations()) {
      const [event] = eventsOf(text);
      expect(
        byteFaults(name, text).filter((fault) => !fault.endsWith('STATUS is undefined') || !name.startsWith('CANCEL')),
      ).toEqual([]);
      expect(event!['ORGANIZER']).toMatch(new RegExp(`mailto:${academy().config.mailFrom}$`));
      expect(event!['ATTENDEE']).toMatch(/mailto:ouyang\.chong@academy\.example$/);
      expect(text).toContain(`\r\nMETHOD:${name.split(' ')[0]}\r\n`);
      expect(text).not.toMatch(/\r\nX-/);
    }
  });

  if (!whole) return;

  it('has enough calendar entries to make these tests meaningful', async () => {
    const names = [...(await feeds()).keys()];
    for (const kind of KINDS) expect(names.filter((name) => name.startsWith(`${kind} `)).length).toBeGreaterThan(10);
    expect(new Set(events(await feeds()).map(({ STATUS }) => STATUS))).toEqual(
      new Set(['CONFIRMED', 'TENTATIVE', 'CANCELLED']),
    );
    expect(new Set([...(await invitations()).keys()].map((name) => name.split(' ')[0]))).toEqual(
      new Set(['REQUEST', 'CANCEL']),
    );
  });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
