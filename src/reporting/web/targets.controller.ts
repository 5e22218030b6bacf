import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  flash,
  inLanguage,
  type Page,
  Refusal,
  seeOther,
  type SeeOther,
  textOf,
  type RequestContext,
  answerAct,
  refused,
} from '../../platform/index.js';
import { SetTargets } from '../actions/set-targets.js';
import { OutputFigures, type TrackRow } from '../data/output-figures.js';
import { type Outcome, OUTCOMES } from '../domain/outcomes.js';
import { FIRST_YEAR, LAST_YEAR, PROGRAMME_YEARS, yearParameter, yearOf, yearsToPlan } from '../domain/programme.js';
import { readAmount, targetField, type TargetWish } from '../domain/targets.js';
import { address } from './spoken.js';

interface Cell {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
}
interface Row {
  readonly label: string;
  readonly cells: readonly Cell[];
}

export interface TargetsPage {
  readonly form: { readonly summary: readonly { readonly text: string; readonly href: string | null }[] };
  readonly from: string;
  readonly years: readonly string[];
  readonly earlier: string | null;
  readonly later: string | null;
  readonly tracks: readonly { readonly name: string; readonly rows: readonly Row[] }[];
}

interface TargetsFormState {
  readonly years: readonly number[];
  readonly typed: ReadonlyMap<string, string>;
  readonly refusals: readonly Refusal[];
}

const page = definePage<TargetsPage>('reporting/targets/edit');

/** The programme's targets, three years at a time. */
@Controller('office/targets')
@Requires('target.manage')
export class TargetsController {
  constructor(
    private readonly setTargets: SetTargets,
    private readonly figures: OutputFigures,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @Query('from') from: unknown): Promise<Page> {
    const targets = await this.figures.targets();
    const years = yearsToPlan(
      targets.map(({ year }) => year),
      yearOf(this.clock.now()),
      yearParameter(from),
    );
    const typed = new Map(
      targets.map(({ year, trackId, kind, amount }) => [targetField(year, trackId, kind), String(amount)]),
    );
    return page(modelOf(context, await this.tracks(), { years, typed, refusals: [] }));
  }

  @Post()
  async set(
    @CurrentContext() context: RequestContext,
    @Body() body: Record<string, unknown> | null,
  ): Promise<Page | SeeOther> {
    const years = yearsToPlan([], yearOf(this.clock.now()), yearParameter(textOf(body?.['from'])));
    const tracks = await this.tracks();
    const fields = fieldsOf(years, tracks).filter(({ field }) => body?.[field] !== undefined);
    const typed = new Map(fields.map(({ field }) => [field, textOf(body?.[field]).slice(0, 40)]));
    const read = fields.map(({ field, ...wish }) => ({ ...wish, amount: readAmount(typed.get(field) ?? '', field) }));
    const unread = read.flatMap(({ amount }) => (amount instanceof Refusal ? [amount] : []));
    const wishes = read as TargetWish[];
    const outcome = unread.length > 0 ? refused(...unread) : await this.setTargets.execute(context.actor, wishes);
    return answerAct(outcome, {
      done: ({ changed }) =>
        seeOther(
          address('/office/targets', { from: String(years[0]) }),
          changed === 0 ? flash('target.unchanged', {}, 'info') : flash('target.saved', { count: changed }),
        ),
      again: (refusals) => page(modelOf(context, tracks, { years, typed, refusals })),
    });
  }

  /** Tracks in use, and retired ones that still have targets. */
  private async tracks(): Promise<TrackRow[]> {
    const [tracks, targets] = await Promise.all([this.figures.tracks(), this.figures.targets()]);
    return tracks.filter(({ id, retiredAt }) => retiredAt === null || targets.some(({ trackId }) => trackId === id));
  }
}

function fieldsOf(
  years: readonly number[],
  tracks: readonly TrackRow[],
): { field: string; year: number; trackId: string; kind: Outcome }[] {
  return tracks.flatMap(({ id }) =>
    OUTCOMES.flatMap((kind) => years.map((year) => ({ field: targetField(year, id, kind), year, trackId: id, kind }))),
  );
}

function modelOf(
  context: RequestContext,
  tracks: readonly TrackRow[],
  { years, typed, refusals }: TargetsFormState,
): TargetsPage {
  const { translator } = context;
  const first = years[0] ?? FIRST_YEAR;
  const errors = new Map(refusals.map(({ code, data, field }) => [field, translator.t(`refusal.${code}`, data)]));
  return {
    form: { summary: [...errors].map(([field, text]) => ({ text, href: field === null ? null : `#field-${field}` })) },
    from: String(first),
    years: years.map(String),
    earlier:
      first - PROGRAMME_YEARS < FIRST_YEAR
        ? null
        : address('/office/targets', { from: String(first - PROGRAMME_YEARS) }),
    later:
      first + 2 * PROGRAMME_YEARS - 1 > LAST_YEAR
        ? null
        : address('/office/targets', { from: String(first + PROGRAMME_YEARS) }),
    tracks: tracks.map((track) => {
      const name = inLanguage(context, track.nameZh, track.nameEn);
      return { name, rows: OUTCOMES.map((kind) => rowOf(kind, { track, name, years, typed, errors, context })) };
    }),
  };
}

function rowOf(
  kind: Outcome,
  {
    track,
    name,
    years,
    typed,
    errors,
    context,
  }: {
    track: TrackRow;
    name: string;
    years: readonly number[];
    typed: ReadonlyMap<string, string>;
    errors: ReadonlyMap<string | null, string>;
    context: RequestContext;
  },
): Row {
  const label = context.translator.t(`output.kind.${kind}`);
  return {
    label,
    cells: years.map((year) => {
      const field = targetField(year, track.id, kind);
      return {
        id: `field-${field}`,
        name: field,
        label: `${name} ${label} ${year}`,
        value: typed.get(field) ?? '',
        error: errors.get(field) ?? null,
      };
    }),
  };
}
