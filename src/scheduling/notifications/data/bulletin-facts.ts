import sql, { join } from 'sql-template-tag';
import { type QueryFunction, storedObject } from '../../../platform/index.js';
import {
  grouped,
  type BilingualName,
  slotOfRow,
  type SessionSlot,
  type SessionRow,
  sessionFilter,
} from '../../core/index.js';
import type { NotifiedChange } from '../domain/change-notification.js';
import { type BulletinState } from './bulletin.entity.js';

export interface BulletinFacts {
  readonly id: string;
  readonly state: BulletinState;
  /** Account id; null: the system. */
  readonly openedBy: string | null;
  readonly openedByName: string | null;
  readonly openedAt: number;
  readonly touchedAt: number;
  readonly closedAt: number | null;
  readonly changes: readonly NotifiedChange[];
  /** Current sessions by id. */
  readonly sessions: ReadonlyMap<string, SessionRow>;
}

interface ChangeRow {
  readonly bulletinId: string;
  readonly sessionId: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
}

/**
 * Bulletins with their changes. An open one compares the current state of its sessions with what people were last
 * notified of: if an earlier open bulletin contains the session, its `before`. A closed one keeps its stored states.
 */
export async function bulletinFacts(query: QueryFunction, ids: readonly string[]): Promise<BulletinFacts[]> {
  if (ids.length === 0) return [];
  const bulletins = await query<Omit<BulletinFacts, 'changes' | 'sessions'>>(sql`
    SELECT b.id AS "id", b.state AS "state", b.opened_by AS "openedBy", a.name AS "openedByName", b.opened_at AS "openedAt", b.touched_at AS "touchedAt", b.closed_at AS "closedAt"
    FROM bulletin b LEFT JOIN account a ON a.id = b.opened_by WHERE b.id IN (${join([...ids])}) ORDER BY b.opened_at, b.id`);
  const rows = await query<ChangeRow>(sql`
    SELECT bulletin_id AS "bulletinId", session_id AS "sessionId", before AS "before", after AS "after", reason AS "reason" FROM bulletin_change WHERE bulletin_id IN (${join([...ids])}) ORDER BY id`);
  const changes = grouped(rows, ({ bulletinId }) => bulletinId);
  const sessionIds = [...new Set(rows.map(({ sessionId }) => sessionId))];
  const sessions = new Map(
    (await sessionFilter(query, { ids: sessionIds, withCancelled: true })).map((row) => [row.id, row]),
  );
  const firstStates = await firstStatesOf(query, sessionIds);
  return bulletins.map((bulletin) => ({
    ...bulletin,
    sessions,
    openedAt: Number(bulletin.openedAt),
    touchedAt: Number(bulletin.touchedAt),
    closedAt: bulletin.closedAt === null ? null : Number(bulletin.closedAt),
    changes: (changes.get(bulletin.id) ?? []).flatMap((change): NotifiedChange[] => {
      const session = sessions.get(change.sessionId);
      if (!session) return [];
      const { id: sessionId, number, cohortId, cohort, cohortState, course } = session;
      const base = { sessionId, number, cohort: { id: cohortId, code: cohort, state: cohortState, title: course } };
      if (bulletin.state !== 'open')
        return [{ ...base, before: placeIn(change.before), after: placeIn(change.after), reason: change.reason }];
      const stands = session.state !== 'cancelled';
      return [
        {
          ...base,
          before: placeIn(firstStates.get(sessionId) ?? null),
          after: stands ? slotOfRow(session) : null,
          reason: stands ? null : session.cancelledBecause,
        },
      ];
    }),
  }));
}

export async function bulletinById(query: QueryFunction, id: string): Promise<BulletinFacts | null> {
  return (await bulletinFacts(query, [id]))[0] ?? null;
}

/** What people last knew of sessions: the `before` of the earliest open bulletin. */
async function firstStatesOf(query: QueryFunction, sessionIds: readonly string[]): Promise<Map<string, string | null>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await query<{ sessionId: string; before: string | null }>(sql`
    SELECT c.session_id AS "sessionId", c.before AS "before" FROM bulletin_change c JOIN bulletin b ON b.id = c.bulletin_id
    WHERE b.state = 'open' AND c.session_id IN (${join([...sessionIds])}) ORDER BY c.id DESC`);
  return new Map(rows.map(({ sessionId, before }) => [sessionId, before]));
}

export interface Names {
  readonly rooms: ReadonlyMap<string, BilingualName>;
  readonly people: ReadonlyMap<string, BilingualName>;
}

/** Names of all rooms and instructors in the changes. */
export async function namesIn(query: QueryFunction, changes: readonly NotifiedChange[]): Promise<Names> {
  const places = changes.flatMap(({ before, after }) => [before, after]).filter((slot) => slot !== null);
  const roomIds = [...new Set(places.flatMap(({ roomId }) => roomId ?? []))];
  const peopleIds = [...new Set(places.flatMap(({ instructors }) => instructors.map((one) => one.instructorId)))];
  const rooms =
    roomIds.length === 0
      ? []
      : await query<NamedRow>(
          sql`SELECT id AS "id", name_zh AS "zh", name_en AS "en" FROM room WHERE id IN (${join(roomIds)})`,
        );
  const people =
    peopleIds.length === 0
      ? []
      : await query<NamedRow>(
          sql`SELECT id AS "id", name AS "zh", COALESCE(latin_name, name) AS "en" FROM instructor WHERE id IN (${join(peopleIds)})`,
        );
  return { rooms: byId(rooms), people: byId(people) };
}

type NamedRow = BilingualName & { readonly id: string };

function byId(rows: readonly NamedRow[]): Map<string, BilingualName> {
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]));
}

function placeIn(text: string | null): SessionSlot | null {
  return text === null ? null : storedObject<SessionSlot>(text);
}
