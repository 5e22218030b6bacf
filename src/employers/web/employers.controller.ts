import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { may, Requires } from '../../accounts/index.js';
import {
  answerForm,
  Clock,
  CurrentContext,
  dayOf,
  definePage,
  flash,
  type FormState,
  formView,
  type FormView,
  found,
  IdParam,
  optionsOf,
  type Page,
  type Pages,
  pagesOf,
  ReadDatabase,
  readForm,
  type RequestContext,
  requestedPage,
  searchTextOf,
  type SeeOther,
  seeOther,
  type SelectOption,
  selectOptions,
  type Translator,
  typedFrom,
} from '../../platform/index.js';
import { AddEmployer } from '../actions/add-employer.js';
import { ChangeEmployer } from '../actions/change-employer.js';
import { employerById, type EmployerLine, employerList, type EmployerRow } from '../data/employer-queries.js';
import { type PlacementRow, placementsWith } from '../data/placement-queries.js';
import { EMPLOYER_KINDS, PARKS } from '../domain/kinds.js';
import { SPONSORED_COHORTS, type SponsoredCohort, type SponsoredCohorts } from '../domain/sponsored-cohorts.js';
import { EmployerForm } from './employer.form.js';

export interface ListPage {
  readonly q: string;
  readonly kinds: readonly SelectOption[];
  readonly parks: readonly SelectOption[];
  readonly filtered: boolean;
  readonly rows: readonly EmployerLine[];
  readonly total: number;
  readonly pages: Pages;
}

export interface ShowPage {
  readonly employer: EmployerRow;
  readonly placements: readonly PlacementRow[];
  /** How many of them work there now. */
  readonly working: number;
  readonly cohorts: readonly SponsoredCohort[];
  readonly auditHref: string | null;
}

export interface FormPage {
  readonly form: FormView<EmployerForm>;
  readonly employer: EmployerRow | null;
}

const indexPage = definePage<ListPage>('employers/employers/index');
const showPage = definePage<ShowPage>('employers/employers/show');
const newPage = definePage<FormPage>('employers/employers/new');
const editPage = definePage<FormPage>('employers/employers/edit');
const SIZE = 50;

@Controller('office/employers')
@Requires('employer.manage')
export class EmployersController {
  constructor(
    private readonly addEmployer: AddEmployer,
    private readonly changeEmployer: ChangeEmployer,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    @Inject(SPONSORED_COHORTS) private readonly cohorts: SponsoredCohorts,
  ) {}

  @Get()
  async index(
    @CurrentContext() { translator, url }: RequestContext,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const filter = { q: searchTextOf(query['q']), kind: text(query['kind']), park: text(query['park']) };
    const page = requestedPage(query['page']);
    const { rows, count } = await employerList(this.reads, filter, {
      page,
      size: SIZE,
      compare: translator.format.compare,
      cohorts: this.cohorts,
    });
    return indexPage({
      q: filter.q,
      rows,
      total: count,
      pages: pagesOf(url, { page, size: SIZE, count }),
      filtered: Object.values(filter).some((value) => value !== ''),
      kinds: selectOptions(optionsOf(translator, 'employer.kind', EMPLOYER_KINDS), filter.kind),
      parks: selectOptions(optionsOf(translator, 'employer.park', PARKS), filter.park),
    });
  }

  @Get('new')
  blank(@CurrentContext() { translator }: RequestContext): Page {
    return newPage({ form: view(translator, { typed: { kind: 'employer', park: 'qilusoft' } }), employer: null });
  }

  @Post()
  add(@CurrentContext() { translator, actor }: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    return answerForm(readForm(EmployerForm, body, this.clock.today()), {
      act: (form) => this.addEmployer.execute(actor, { ...form }),
      done: ({ id }, { name }) => seeOther(`/office/employers/${id}`, flash('employer.added', { name })),
      again: (filling) => newPage({ form: view(translator, filling), employer: null }),
    });
  }

  @Get(':id')
  async show(@CurrentContext() { actor, at }: RequestContext, @IdParam() id: string): Promise<Page> {
    const employer = await this.employer(id);
    const placements = await placementsWith(this.reads, employer.id);
    return showPage({
      employer,
      placements,
      working: placements.filter(({ endedOn }) => endedOn === null).length,
      cohorts: await this.cohorts.list(employer.id, dayOf(at)),
      auditHref: may(actor, 'audit.read') ? `/office/audit?thing=${employer.id}` : null,
    });
  }

  @Get(':id/edit')
  async edit(@CurrentContext() { translator }: RequestContext, @IdParam() id: string): Promise<Page> {
    const employer = await this.employer(id);
    return editPage({ form: view(translator, { typed: typedFrom({ ...employer }) }), employer });
  }

  @Post(':id')
  async change(
    @CurrentContext() { translator, actor }: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const employer = await this.employer(id);
    return answerForm(readForm(EmployerForm, body, this.clock.today()), {
      act: (form) => this.changeEmployer.execute(actor, employer.id, { ...form }),
      done: (_, { name }) => seeOther(`/office/employers/${employer.id}`, flash('employer.changed', { name })),
      again: (filling) => editPage({ form: view(translator, filling), employer }),
    });
  }

  private async employer(id: string): Promise<EmployerRow> {
    return found(await employerById(this.reads, id));
  }
}

function view(translator: Translator, filling: FormState): FormView<EmployerForm> {
  return formView(EmployerForm, translator, {
    ...filling,
    options: {
      kind: optionsOf(translator, 'employer.kind', EMPLOYER_KINDS),
      park: optionsOf(translator, 'employer.park', PARKS),
    },
  });
}

const text = (typed: unknown): string => (typeof typed === 'string' ? typed.trim().slice(0, 100) : '');
