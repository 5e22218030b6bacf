import { Controller, Get, Query } from '@nestjs/common';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  type Option,
  type Page,
  pageAsked,
  type Pages,
  pagesOf,
  readForm,
  ReadDatabase,
  textOf,
  type RequestContext,
} from '../../platform/index.js';
import { actsRecorded, auditTrail } from '../data/audit-trail.js';
import { AuditFilterForm } from './administration.form.js';
import { actLabel, auditEntryView, type AuditEntryView } from './audit.page.js';
import { Requires } from './requires.js';

export interface AuditPage {
  readonly entries: readonly AuditEntryView[];
  readonly count: number;
  readonly pages: Pages;
  readonly form: FormView<AuditFilterForm>;
  /** The thing whose whole history is shown, by its newest label; `null` for the whole trail. */
  readonly thing: string | null;
  readonly thingLabel: string | null;
  readonly filtered: boolean;
}

const page = definePage<AuditPage>('accounts/audit/index');
const SIZE = 50;

@Controller('office/audit')
@Requires('audit.read')
export class AuditController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(
    @CurrentContext() { translator, url }: RequestContext,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const read = readForm(AuditFilterForm, query, this.clock.today());
    const acts: Option[] = (await actsRecorded(this.reads))
      .map((act) => ({ value: act, label: actLabel(act, translator) }))
      .sort((a, b) => translator.format.compare(a.label, b.label));
    const form = formView(AuditFilterForm, translator, { ...read, options: { act: acts } });
    const thing = textOf(query['thing']).slice(0, 60);
    const asked = pageAsked(query['page']);
    const { rows, count } = read.ok
      ? await auditTrail(this.reads, {
          person: read.form.person ?? '',
          act: read.form.act ?? '',
          subject: read.form.subject ?? '',
          thing,
          from: read.form.from,
          until: read.form.until,
          page: asked,
          size: SIZE,
        })
      : { rows: [], count: 0 };
    const entries = rows.map((row) => auditEntryView(row, translator));
    return page(
      {
        entries,
        count,
        form,
        pages: pagesOf(url, { page: asked, size: SIZE, count }),
        thing: thing === '' ? null : thing,
        thingLabel: thing === '' ? null : (entries[0]?.subjectLabel ?? thing),
        filtered: thing !== '' || Object.values(read.typed).some((typed) => typed !== ''),
      },
      read.ok ? 200 : 422,
    );
  }
}
