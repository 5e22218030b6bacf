import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { may, Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentVisit,
  dayOf,
  definePage,
  type FormView,
  formView,
  found,
  isRefused,
  looksLikeId,
  notice,
  type Option,
  optionsOf,
  pageAsked,
  type Pages,
  pagesOf,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type Speaker,
  typedFrom,
  type Visit,
} from '../../platform/index.js';
import { AddEmployer, ChangeEmployer } from '../actions/keep-employers.js';
import { employerById, type EmployerLine, employerList, type EmployerRow } from '../data/employer-queries.js';
import {
  cohortsSponsoredBy,
  type PlacementRow,
  placementsWith,
  type SponsoredCohort,
} from '../data/placement-queries.js';
import { EMPLOYER_KINDS, PARKS } from '../domain/kinds.js';
import { EmployerForm } from './forms.js';

interface Chosen {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

interface ListPage {
  readonly q: string;
  readonly kinds: readonly Chosen[];
  readonly parks: readonly Chosen[];
  readonly filtered: boolean;
  readonly rows: readonly EmployerLine[];
  readonly total: number;
  readonly pages: Pages;
}

interface ShowPage {
  readonly employer: EmployerRow;
  readonly placements: readonly PlacementRow[];
  /** How many of them work there now. */
  readonly working: number;
  readonly cohorts: readonly SponsoredCohort[];
  readonly auditHref: string | null;
}

interface FormPage {
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
  ) {}

  @Get()
  async index(@CurrentVisit() { speaker, url }: Visit, @Query() asked: Record<string, unknown>): Promise<Page> {
    const wanted = { q: text(asked['q']), kind: text(asked['kind']), park: text(asked['park']) };
    const page = pageAsked(asked['page']);
    const { rows, count } = await employerList(this.reads, wanted, {
      page,
      size: SIZE,
      compare: speaker.format.compare,
    });
    return indexPage({
      q: wanted.q,
      rows,
      total: count,
      pages: pagesOf(url, { page, size: SIZE, count }),
      filtered: Object.values(wanted).some((value) => value !== ''),
      kinds: chosen(optionsOf(speaker, 'employer.kind', EMPLOYER_KINDS), wanted.kind),
      parks: chosen(optionsOf(speaker, 'employer.park', PARKS), wanted.park),
    });
  }

  @Get('new')
  blank(@CurrentVisit() { speaker }: Visit): Page {
    return newPage({ form: view(speaker, { typed: { kind: 'employer', park: 'qilusoft' } }), employer: null });
  }

  @Post()
  async add(@CurrentVisit() { speaker, actor }: Visit, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(EmployerForm, body, this.clock.today());
    if (!read.ok) return newPage({ form: view(speaker, read), employer: null }, 422);
    const outcome = await this.addEmployer.with(actor, { ...read.form });
    if (isRefused(outcome))
      return newPage({ form: view(speaker, { typed: read.typed, refusals: outcome.reasons }), employer: null }, 422);
    return seeOther(`/office/employers/${outcome.id}`, notice('employer.added', { name: read.form.name }));
  }

  @Get(':id')
  async show(@CurrentVisit() { actor, at }: Visit, @Param('id') id: string): Promise<Page> {
    const employer = await this.known(id);
    const placements = await placementsWith(this.reads, employer.id);
    return showPage({
      employer,
      placements,
      working: placements.filter(({ endedOn }) => endedOn === null).length,
      cohorts: await cohortsSponsoredBy(this.reads, employer.id, dayOf(at)),
      auditHref: may(actor, 'audit.read') ? `/office/audit?thing=${employer.id}` : null,
    });
  }

  @Get(':id/edit')
  async edit(@CurrentVisit() { speaker }: Visit, @Param('id') id: string): Promise<Page> {
    const employer = await this.known(id);
    return editPage({ form: view(speaker, { typed: typedFrom({ ...employer }) }), employer });
  }

  @Post(':id')
  async change(
    @CurrentVisit() { speaker, actor }: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const employer = await this.known(id);
    const read = readForm(EmployerForm, body, this.clock.today());
    if (!read.ok) return editPage({ form: view(speaker, read), employer }, 422);
    const outcome = await this.changeEmployer.to(actor, employer.id, { ...read.form });
    if (isRefused(outcome))
      return editPage({ form: view(speaker, { typed: read.typed, refusals: outcome.reasons }), employer }, 422);
    return seeOther(`/office/employers/${employer.id}`, notice('employer.changed', { name: read.form.name }));
  }

  private async known(id: string): Promise<EmployerRow> {
    return found(looksLikeId(id) ? await employerById(this.reads, id) : null);
  }
}

function view(speaker: Speaker, filling: Parameters<typeof formView>[2]): FormView<EmployerForm> {
  return formView(EmployerForm, speaker, {
    ...filling,
    options: {
      kind: optionsOf(speaker, 'employer.kind', EMPLOYER_KINDS),
      park: optionsOf(speaker, 'employer.park', PARKS),
    },
  });
}

function chosen(options: readonly Option[], value: string): Chosen[] {
  return options.map((option) => ({ ...option, selected: option.value === value }));
}

const text = (typed: unknown): string => (typeof typed === 'string' ? typed.trim().slice(0, 100) : '');
