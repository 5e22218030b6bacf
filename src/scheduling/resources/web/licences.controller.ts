import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  flash,
  optionsOf,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  typedFrom,
  QueryText,
  type RequestContext,
  IdParam,
  answerForm,
} from '../../../platform/index.js';
import { type SessionFormState, POOL_KINDS, TimetableReader } from '../../core/index.js';
import { AddLicencePool } from '../actions/add-licence-pool.js';
import { ChangeLicencePool } from '../actions/change-licence-pool.js';
import { type LicencePoolRow, licencePools, poolHolds } from '../data/licence-queries.js';
import {
  type LicenceFilters,
  licenceFilters,
  type LicencePoolView,
  licenceQuery,
  poolFrame,
  poolName,
  filterPools,
  poolUse,
  type PoolUseView,
  poolView,
} from './licence.page.js';
import { type LicencePage, LicencePages } from './licence.page.js';
import { LicencePoolForm } from './licence.form.js';

export interface LicencesPage extends LicenceFilters {
  readonly pools: readonly PoolUseView[];
  readonly found: number;
  /** Number of pools whose term ends soon, regardless of filters. */
  readonly soon: number;
  readonly q: string;
  readonly filtered: boolean;
}

export interface LicenceFormPage {
  /** `null` for a new pool. */
  readonly pool: LicencePoolView | null;
  readonly form: FormView<LicencePoolForm>;
}

const listPage = definePage<LicencesPage>('scheduling/resources/licences/index');
const showPage = definePage<LicencePage>('scheduling/resources/licences/show');
const formPage = definePage<LicenceFormPage>('scheduling/resources/licences/edit');

/** Licence pools of software and cloud labs. */
@Controller('office/licences')
@Requires('licence.manage')
export class LicencesController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly pages: LicencePages,
    private readonly addPool: AddLicencePool,
    private readonly changePool: ChangeLicencePool,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(
    @CurrentContext() context: RequestContext,
    @Query(QueryText) query: Readonly<Record<string, string | undefined>>,
  ): Promise<Page> {
    const filter = licenceQuery(query);
    const today = this.clock.today();
    const rows = await licencePools(this.reader.query);
    const held = await poolHolds(this.reader.query, poolFrame(today));
    const pools = filterPools(rows, filter, today).map((row) =>
      poolUse(context, row, { held: held.filter(({ poolId }) => poolId === row.id), today }),
    );
    const soon = rows.filter((row) => poolView(context, row, today).state === 'soon').length;
    return listPage({
      pools,
      found: pools.length,
      soon,
      q: filter.q,
      filtered: filter.q !== '' || filter.kind !== '' || filter.state !== '',
      ...licenceFilters(context.translator, filter, context.url),
    });
  }

  @Get('new')
  blank(@CurrentContext() context: RequestContext): Page {
    return this.form(context, null, { typed: { kind: 'software' } });
  }

  @Post()
  add(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    return answerForm(readForm(LicencePoolForm, body, this.clock.today()), {
      act: (form) => this.addPool.execute(context.actor, { ...form }),
      done: ({ id }, form) => seeOther(`/office/licences/${id}`, flash('licence.added', { name: poolName(form) })),
      again: (filled) => this.form(context, null, filled),
    });
  }

  @Get(':id')
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return showPage(await this.pages.shown(context, await this.pages.byId(id)));
  }

  @Get(':id/edit')
  async edit(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    const row = await this.pages.byId(id);
    return this.form(context, row, { typed: typedFrom({ ...row }) });
  }

  @Post(':id')
  async change(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const row = await this.pages.byId(id);
    return answerForm(readForm(LicencePoolForm, body, this.clock.today()), {
      act: (form) => this.changePool.execute(context.actor, id, { ...form }),
      done: (_, form) => seeOther(`/office/licences/${id}`, flash('licence.changed', { name: poolName(form) })),
      again: (filled) => this.form(context, row, filled),
    });
  }

  private form(context: RequestContext, row: LicencePoolRow | null, filled: SessionFormState): Page {
    const form = formView(LicencePoolForm, context.translator, {
      ...filled,
      options: { kind: optionsOf(context.translator, 'licence.kind', POOL_KINDS) },
    });
    return formPage({ pool: row && poolView(context, row, this.clock.today()), form });
  }
}
