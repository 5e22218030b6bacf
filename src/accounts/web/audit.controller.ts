import { Controller, Get, Query } from '@nestjs/common';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  type Option,
  type Page,
  requestedPage,
  type Pages,
  pagesOf,
  readForm,
  ReadDatabase,
  textOf,
  type RequestContext,
  answerForm,
  type FormState,
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
  /** The subject whose whole history is shown, by its latest label; `null` for the whole trail. */
  readonly thing: string | null;
  readonly thingLabel: string | null;
  readonly filtered: boolean;
}

type AuditTrail = Awaited<ReturnType<typeof auditTrail>>;

const auditPage = definePage<AuditPage>('accounts/audit/index');
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
    const thing = textOf(query['thing']).slice(0, 60);
    const page = requestedPage(query['page']);
    const pageOf = ({ rows, count }: AuditTrail, filling: FormState): Page => {
      const entries = rows.map((row) => auditEntryView(row, translator));
      return auditPage({
        entries,
        count,
        form: formView(AuditFilterForm, translator, { ...filling, options: { act: acts } }),
        pages: pagesOf(url, { page, size: SIZE, count }),
        thing: thing === '' ? null : thing,
        thingLabel: thing === '' ? null : (entries[0]?.subjectLabel ?? thing),
        filtered: thing !== '' || Object.values(read.typed).some((typed) => typed !== ''),
      });
    };
    return answerForm(read, {
      act: ({ person, act, subject, from, until }) => {
        const filter = { person: person ?? '', act: act ?? '', subject: subject ?? '', thing, from, until };
        return auditTrail(this.reads, { ...filter, page, size: SIZE });
      },
      done: (trail) => pageOf(trail, { typed: read.typed }),
      again: (filling) => pageOf({ rows: [], count: 0 }, filling),
    });
  }
}
