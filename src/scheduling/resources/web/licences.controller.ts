import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  found,
  isRefused,
  looksLikeId,
  flash,
  optionsOf,
  type Page,
  readForm,
  type Refusal,
  seeOther,
  type SeeOther,
  typedFrom,
  QueryText,
  type RequestContext,
} from '../../../platform/index.js';
import { type Filled, POOL_KINDS, refusalText, spanText, TimetableReader } from '../../core/index.js';
import { AddLicencePool, ChangeLicencePool, CloseLicencePool } from '../actions/licence-pools.js';
import { ReopenLicencePool } from '../actions/reopen-licence-pool.js';
import { licencePoolById, type LicencePoolRow, licencePools, poolHolds } from '../data/licence-queries.js';
import {
  type LicenceFilters,
  licenceFilters,
  type LicencePoolView,
  licencesAsked,
  poolFrame,
  poolName,
  poolsAsked,
  poolUse,
  type PoolUseView,
  poolView,
} from './licence.page.js';
import { LicencePoolForm } from './resource.form.js';

interface LicencesPage extends LicenceFilters {
  readonly pools: readonly PoolUseView[];
  readonly found: number;
  /** Pools whose term ends soon, whatever is shown. */
  readonly soon: number;
  readonly q: string;
  readonly filtered: boolean;
}

interface LicencePage {
  readonly pool: PoolUseView;
  readonly sessions: readonly {
    readonly href: string;
    readonly cohort: string;
    readonly number: number;
    readonly span: string;
    readonly seats: number;
  }[];
  /** Sessions ahead beyond those shown. */
  readonly more: number;
  readonly refusals: readonly string[];
}

interface LicenceFormPage {
  /** `null` for a new pool. */
  readonly pool: LicencePoolView | null;
  readonly form: FormView<LicencePoolForm>;
}

const listPage = definePage<LicencesPage>('scheduling/resources/licences/index');
const showPage = definePage<LicencePage>('scheduling/resources/licences/show');
const formPage = definePage<LicenceFormPage>('scheduling/resources/licences/edit');
const MOST_SHOWN = 20;

/** Pools of genuine software and of cloud labs. */
@Controller('office/licences')
@Requires('licence.manage')
export class LicencesController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly addPool: AddLicencePool,
    private readonly changePool: ChangeLicencePool,
    private readonly closePool: CloseLicencePool,
    private readonly reopenLicencePool: ReopenLicencePool,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(
    @CurrentContext() context: RequestContext,
    @Query(QueryText) query: Readonly<Record<string, string | undefined>>,
  ): Promise<Page> {
    const asked = licencesAsked(query);
    const today = this.clock.today();
    const rows = await licencePools(this.reader.query);
    const held = await poolHolds(this.reader.query, poolFrame(today));
    const pools = poolsAsked(rows, asked, today).map((row) =>
      poolUse(context, row, { held: held.filter(({ poolId }) => poolId === row.id), today }),
    );
    const soon = rows.filter((row) => poolView(context, row, today).state === 'soon').length;
    return listPage({
      pools,
      found: pools.length,
      soon,
      q: asked.q,
      filtered: asked.q !== '' || asked.kind !== '' || asked.state !== '',
      ...licenceFilters(context.translator, asked, context.url),
    });
  }

  @Get('new')
  blank(@CurrentContext() context: RequestContext): Page {
    return this.form(context, null, { typed: { kind: 'software' } });
  }

  @Post()
  async add(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(LicencePoolForm, body, this.clock.today());
    if (!read.ok) return this.form(context, null, read);
    const outcome = await this.addPool.execute(context.actor, { ...read.form });
    if (isRefused(outcome)) return this.form(context, null, { typed: read.typed, refusals: outcome.reasons });
    return seeOther(`/office/licences/${outcome.id}`, flash('licence.added', { name: poolName(read.form) }));
  }

  @Get(':id')
  async show(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page> {
    return showPage(await this.model(context, await this.known(id), []));
  }

  @Get(':id/edit')
  async edit(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page> {
    const row = await this.known(id);
    return this.form(context, row, { typed: typedFrom({ ...row }) });
  }

  @Post(':id')
  async change(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const row = await this.known(id);
    const read = readForm(LicencePoolForm, body, this.clock.today());
    if (!read.ok) return this.form(context, row, read);
    const outcome = await this.changePool.execute(context.actor, id, { ...read.form });
    if (isRefused(outcome)) return this.form(context, row, { typed: read.typed, refusals: outcome.reasons });
    return seeOther(`/office/licences/${id}`, flash('licence.changed', { name: poolName(read.form) }));
  }

  @Post(':id/closure')
  async close(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page | SeeOther> {
    const row = await this.known(id);
    const outcome = await this.closePool.execute(context.actor, id);
    if (isRefused(outcome)) return showPage(await this.model(context, row, outcome.reasons), 422);
    return seeOther(`/office/licences/${id}`, flash('licence.closed', { name: poolName(row) }));
  }

  @Post(':id/reopening')
  async reopen(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<SeeOther> {
    const row = await this.known(id);
    await this.reopenLicencePool.execute(context.actor, id);
    return seeOther(`/office/licences/${id}`, flash('licence.reopened', { name: poolName(row) }));
  }

  private async known(id: string): Promise<LicencePoolRow> {
    return found(looksLikeId(id) ? await licencePoolById(this.reader.query, id) : null);
  }

  private form(context: RequestContext, row: LicencePoolRow | null, filled: Filled): Page {
    const form = formView(LicencePoolForm, context.translator, {
      ...filled,
      options: { kind: optionsOf(context.translator, 'licence.kind', POOL_KINDS) },
    });
    return formPage(
      { pool: row && poolView(context, row, this.clock.today()), form },
      filled.faults || filled.refusals ? 422 : 200,
    );
  }

  private async model(context: RequestContext, row: LicencePoolRow, reasons: readonly Refusal[]): Promise<LicencePage> {
    const today = this.clock.today();
    const held = await poolHolds(this.reader.query, { poolId: row.id, ...poolFrame(today) });
    const ahead = await poolHolds(this.reader.query, { poolId: row.id, from: this.clock.now() });
    return {
      pool: poolUse(context, row, { held, today }),
      refusals: reasons.map((one) => refusalText(context.translator, one)),
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
