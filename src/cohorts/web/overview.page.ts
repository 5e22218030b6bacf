import {
  AN_HOUR,
  dayOf,
  inLanguage,
  type Translator,
  type RequestContext,
  storedObject,
} from '../../platform/index.js';
import type { CohortEvent } from '../data/cohort-history.js';
import type { SessionAhead } from '../domain/cohort-sessions.js';

/** Data of the partial `session-row`. */
export interface SessionLine {
  readonly day: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly title: string;
  readonly href: string | null;
  readonly facts: readonly { readonly icon: string; readonly text: string }[];
  readonly state: string | null;
  readonly stateWord: string | null;
}

export function sessionLine(one: SessionAhead, context: RequestContext): SessionLine {
  const room = one.roomZh === null ? null : inLanguage(context, one.roomZh, one.roomEn);
  return {
    day: dayOf(one.startsAt),
    startsAt: one.startsAt,
    endsAt: one.endsAt,
    title: context.translator.t('cohort.session_numbered', { n: one.number }),
    href: `/sessions/${one.id}/register`,
    state: null,
    stateWord: null,
    facts: [
      ...(room === null ? [] : [{ icon: 'door', text: room }]),
      ...(one.instructor === null ? [] : [{ icon: 'user', text: one.instructor }]),
    ],
  };
}

/** Data of the partial `timeline`. */
export interface EventLine {
  readonly at: number;
  readonly title: string;
  readonly detail: string | null;
  readonly by: string;
  readonly state: string | null;
}

const STATE_OF: Readonly<Record<string, string>> = {
  'cohort.cancelled': 'cancelled',
  'cohort.completed': 'completed',
  'cohort.confirmed': 'confirmed',
  'cohort.restored': 'good',
  'cohort.published': 'good',
};

interface HistoryEntry extends Omit<CohortEvent, 'detail'> {
  readonly details: Record<string, unknown>;
}

const ONE_SITTING = AN_HOUR;

/** Latest first. Sessions that one person scheduled within an hour are merged into one line. */
export function eventLines(events: readonly CohortEvent[], translator: Translator): EventLine[] {
  const merged: HistoryEntry[] = [];
  for (const { detail, ...event } of events) {
    const details = storedObject<Record<string, unknown>>(detail);
    const later = merged.at(-1);
    const isSameSitting =
      later?.act === 'session.scheduled' &&
      event.act === later.act &&
      event.actorName === later.actorName &&
      later.at - event.at < ONE_SITTING;
    if (isSameSitting)
      merged[merged.length - 1] = {
        ...later,
        details: { sessions: [...sessionsIn(later.details), ...sessionsIn(details)] },
      };
    else merged.push({ ...event, details });
  }
  return merged.map((one) => eventLine(one, translator));
}

const sessionsIn = (details: Record<string, unknown>): readonly unknown[] =>
  Array.isArray(details['sessions']) ? details['sessions'] : [];

function eventLine({ act, at, actorName, details }: HistoryEntry, translator: Translator): EventLine {
  const key = `cohort.did_${act.replaceAll('.', '_')}`;
  return {
    at,
    by: actorName,
    state: STATE_OF[act] ?? null,
    title: translator.has(key) ? translator.t(key) : translator.t('cohort.did_other', { act }),
    detail: detailOf(act, details, translator),
  };
}

function detailOf(act: string, details: Record<string, unknown>, translator: Translator): string | null {
  if (act === 'cohort.cancelled')
    return translator.t('cohort.did_cancelled_detail', {
      reason: details['reason'] ?? '',
      count: Number(details['told'] ?? 0),
    });
  if (act === 'cohort.restored')
    return translator.t('cohort.did_restored_detail', {
      people: Number(details['people'] ?? 0),
      sessions: Number(details['sessions'] ?? 0),
    });
  if (act === 'cohort.decisionMoved')
    return translator.t(`cohort.did_decision_${details['from'] ? 'detail' : 'first'}`, {
      from: String(details['from'] ?? ''),
      to: String(details['to']),
    });
  if (act === 'cohort.completed')
    return translator.t('cohort.did_completed_detail', {
      completed: Number(details['completed'] ?? 0),
      notCompleted: Number(details['notCompleted'] ?? 0),
    });
  if (act === 'cohort.confirmed')
    return translator.t('cohort.did_confirmed_detail', {
      confirmed: Number(details['confirmed'] ?? 0),
      least: Number(details['least'] ?? 0),
    });
  if (act === 'session.scheduled')
    return translator.t('cohort.did_scheduled_detail', { count: sessionsIn(details).length });
  if (act !== 'cohort.changed') return null;
  const fields = Object.keys(details)
    .filter((name) => translator.has(`cohort.field_${name}`))
    .map((name) => translator.t(`cohort.field_${name}`));
  return fields.length === 0 ? null : fields.join(translator.t('cohort.list_comma'));
}
