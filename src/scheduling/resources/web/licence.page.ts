import { Injectable } from '@nestjs/common';
import {
  addressWith,
  Clock,
  daysAfter,
  daysBetween,
  found,
  instantOf,
  type Refusal,
  refusalTexts,
  type RequestContext,
  type SelectOption,
  selectOptions,
  type Translator,
} from '../../../platform/index.js';
import { mondayOf, POOL_KINDS, spanText, TimetableReader } from '../../core/index.js';
import { licencePoolById, type LicencePoolRow, type PoolHold, poolHolds } from '../data/licence-queries.js';
import { POOL_STATES, type PoolState, stateOfPool } from '../domain/licence-term.js';
import { peakOf, peaksByWeek } from '../domain/pool-use.js';
import type { UseStrip } from './use-strip.js';

export interface LicencePoolView {
  readonly id: string;
  readonly name: string;
  readonly kindText: string;
  readonly vendor: string | null;
  readonly agreement: string;
  readonly seats: number;
  readonly term: string;
  readonly state: PoolState;
  /** A tone that has its own shape. */
  readonly shape: string;
  readonly stateText: string;
  readonly closed: boolean;
}

/** A pool with its peak use by week. */
export interface PoolUseView extends LicencePoolView {
  readonly strip: UseStrip;
  readonly peak: number;
}

const SHAPES: Readonly<Record<PoolState, string>> = {
  valid: 'valid',
  soon: 'wait',
  expired: 'expired',
  pending: 'pending',
  closed: 'closed',
};

export function poolView({ translator }: RequestContext, row: LicencePoolRow, today: string): LicencePoolView {
  const { validFrom, validUntil } = row;
  const state = stateOfPool(row, today);
  const left = validUntil === null ? 0 : daysBetween(today, validUntil);
  return {
    id: row.id,
    name: poolName(row),
    kindText: translator.t(`licence.kind.${row.kind}`),
    vendor: row.vendor,
    agreement: row.agreement,
    seats: row.seats,
    state,
    shape: SHAPES[state],
    stateText:
      state === 'soon' ? translator.t('licence.expires_in', { count: left }) : translator.t(`licence.state_${state}`),
    closed: row.closedAt !== null,
    term:
      validUntil === null
        ? translator.t('licence.for_good', { from: validFrom })
        : translator.t('qualification.between', { from: validFrom, until: validUntil }),
  };
}

export function poolName({ product, edition }: Pick<LicencePoolRow, 'product' | 'edition'>): string {
  return edition === null ? product : `${product} ${edition}`;
}

const WEEKS_BACK = 4;
const WEEKS = 16;

/** The span of a pool's use, the same as for rooms and instructors. */
export function poolFrame(today: string): { readonly monday: string; readonly from: number; readonly until: number } {
  const monday = daysAfter(mondayOf(today), -7 * WEEKS_BACK);
  return { monday, from: instantOf(monday, '00:00'), until: instantOf(daysAfter(monday, 7 * WEEKS), '00:00') };
}

/** @param held seats held by sessions within `poolFrame(today)` */
export function poolUse(
  context: RequestContext,
  row: LicencePoolRow,
  { held, today }: { readonly held: readonly PoolHold[]; readonly today: string },
): PoolUseView {
  const now = mondayOf(today);
  const weeks = peaksByWeek(held, { monday: poolFrame(today).monday, weeks: WEEKS, seats: row.seats });
  return {
    ...poolView(context, row, today),
    peak: peakOf(held).seats,
    strip: weeks.map(({ monday, level, seats, sessions }) => ({
      monday,
      level,
      now: monday === now,
      text: context.translator.t('licence.week_use', { monday, seats, of: row.seats, sessions }),
    })),
  };
}

export interface LicenceQuery {
  readonly q: string;
  readonly kind: string;
  readonly state: string;
  readonly sort: 'product' | 'until' | 'seats';
}

export function licenceQuery(query: Record<string, string | undefined>): LicenceQuery {
  const { q = '', kind = '', state = '', sort } = query;
  return { q: q.trim(), kind, state, sort: sort === 'until' || sort === 'seats' ? sort : 'product' };
}

/** Filters and sorts pools; closed ones only if requested. */
export function filterPools(
  rows: readonly LicencePoolRow[],
  { q, kind, state, sort }: LicenceQuery,
  today: string,
): LicencePoolRow[] {
  return rows
    .filter((row) => {
      const matches = `${poolName(row)} ${row.vendor ?? ''} ${row.agreement}`.toLowerCase().includes(q.toLowerCase());
      const is = stateOfPool(row, today);
      return matches && (kind === '' || row.kind === kind) && (state === '' ? is !== 'closed' : is === state);
    })
    .sort(ORDERS[sort]);
}

const ORDERS: Readonly<Record<LicenceQuery['sort'], (a: LicencePoolRow, b: LicencePoolRow) => number>> = {
  product: () => 0,
  seats: (a, b) => b.seats - a.seats,
  until: (a, b) => (a.validUntil ?? '9999').localeCompare(b.validUntil ?? '9999'),
};

type Choices = readonly SelectOption[];

export interface LicenceFilters {
  readonly kinds: Choices;
  readonly states: Choices;
  readonly sorts: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
}

export function licenceFilters(translator: Translator, query: LicenceQuery, url: string): LicenceFilters {
  const choices = (values: readonly string[], prefix: string, chosen: string): Choices =>
    selectOptions(
      values.map((value) => ({ value, label: translator.t(`${prefix}${value}`) })),
      chosen,
    );
  return {
    kinds: choices(POOL_KINDS, 'licence.kind.', query.kind),
    states: choices(POOL_STATES, 'licence.state_', query.state),
    sorts: (['product', 'until', 'seats'] as const).map((sort) => ({
      label: translator.t(`licence.sort_${sort}`),
      href: addressWith(url, 'sort', sort === 'product' ? null : sort),
      current: query.sort === sort,
    })),
  };
}

export interface LicencePage {
  readonly pool: PoolUseView;
  readonly sessions: readonly {
    readonly href: string;
    readonly cohort: string;
    readonly number: number;
    readonly span: string;
    readonly seats: number;
  }[];
  /** Number of further sessions ahead. */
  readonly more: number;
  readonly refusals: readonly string[];
}

const MOST_SHOWN = 20;

/** Builds a pool's page, also after a refused action. */
@Injectable()
export class LicencePages {
  constructor(
    private readonly reader: TimetableReader,
    private readonly clock: Clock,
  ) {}

  async byId(id: string): Promise<LicencePoolRow> {
    return found(await licencePoolById(this.reader.query, id));
  }

  async shown(context: RequestContext, row: LicencePoolRow, reasons: readonly Refusal[] = []): Promise<LicencePage> {
    const today = this.clock.today();
    const held = await poolHolds(this.reader.query, { poolId: row.id, ...poolFrame(today) });
    const ahead = await poolHolds(this.reader.query, { poolId: row.id, from: this.clock.now() });
    return {
      pool: poolUse(context, row, { held, today }),
      refusals: refusalTexts(context.translator, reasons),
      more: Math.max(0, ahead.length - MOST_SHOWN),
      sessions: ahead.slice(0, MOST_SHOWN).map((one) => ({
        href: `/office/cohorts/${one.cohort}/sessions`,
        cohort: one.cohort,
        number: one.number,
        span: spanText(context.translator, one),
        seats: one.seats,
      })),
    };
  }
}
