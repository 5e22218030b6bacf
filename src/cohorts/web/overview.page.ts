import { AN_HOUR, dayOf, type Translator, type RequestContext } from '../../platform/index.js';
import type { CohortEvent } from '../data/cohort-history.js';
import type { SessionAhead } from '../domain/cohort-sessions.js';
import { inLanguage } from './chosen.js';

/** A session as the partial `session-row` prints it. */
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

/** An audit entry as the partial `timeline` prints it. */
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

interface Told extends Omit<CohortEvent, 'detail'> {
  readonly told: Record<string, unknown>;
}

const ONE_SITTING = AN_HOUR;

/** The history as lines, latest first; sessions that one person scheduled in one sitting are one line. */
export function eventLines(events: readonly CohortEvent[], translator: Translator): EventLine[] {
  const merged: Told[] = [];
  for (const { detail, ...event } of events) {
    const told = JSON.parse(detail) as Record<string, unknown>;
    const later = merged.at(-1);
    const goesOn =
      later?.act === 'session.scheduled' &&
      event.act === later.act &&
      event.actorName === later.actorName &&
      later.at - event.at < ONE_SITTING;
    if (goesOn)
      merged[merged.length - 1] = { ...later, told: { sessions: [...sessionsIn(later.told), ...sessionsIn(told)] } };
    else merged.push({ ...event, told });
  }
  return merged.map((one) => eventLine(one, translator));
}

const sessionsIn = (told: Record<string, unknown>): readonly unknown[] =>
  Array.isArray(told['sessions']) ? told['sessions'] : [];

function eventLine({ act, at, actorName, told }: Told, translator: Translator): EventLine {
  const key = `cohort.did_${act.replaceAll('.', '_')}`;
  return {
    at,
    by: actorName,
    state: STATE_OF[act] ?? null,
    title: translator.has(key) ? translator.t(key) : translator.t('cohort.did_other', { act }),
    detail: detailOf(act, told, translator),
  };
}

function detailOf(act: string, told: Record<string, unknown>, translator: Translator): string | null {
  if (act === 'cohort.cancelled')
    return translator.t('cohort.did_cancelled_detail', {
      reason: told['reason'] ?? '',
      count: Number(told['told'] ?? 0),
    });
  if (act === 'cohort.restored')
    return translator.t('cohort.did_restored_detail', {
      people: Number(told['people'] ?? 0),
      sessions: Number(told['sessions'] ?? 0),
    });
  if (act === 'cohort.decisionMoved')
    return translator.t(`cohort.did_decision_${told['from'] ? 'detail' : 'first'}`, {
      from: String(told['from'] ?? ''),
      to: String(told['to']),
    });
  if (act === 'cohort.completed')
    return translator.t('cohort.did_completed_detail', {
      completed: Number(told['completed'] ?? 0),
      notCompleted: Number(told['notCompleted'] ?? 0),
    });
  if (act === 'cohort.confirmed')
    return translator.t('cohort.did_confirmed_detail', {
      confirmed: Number(told['confirmed'] ?? 0),
      least: Number(told['least'] ?? 0),
    });
  if (act === 'session.scheduled')
    return translator.t('cohort.did_scheduled_detail', { count: sessionsIn(told).length });
  if (act !== 'cohort.changed') return null;
  const fields = Object.keys(told)
    .filter((name) => translator.has(`cohort.field_${name}`))
    .map((name) => translator.t(`cohort.field_${name}`));
  return fields.length === 0 ? null : fields.join(translator.t('cohort.list_comma'));
}
