import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type CohortHeader, CohortHeaders } from '../../cohorts/index.js';
import {
  Clock,
  type FormView,
  formView,
  found,
  isRefused,
  flash,
  optionsOf,
  type Page,
  type PageMaker,
  readForm,
  ReadDatabase,
  type Refusal,
  seeOther,
  type SeeOther,
  type RequestContext,
  refusalText,
} from '../../platform/index.js';
import { RecordResults } from '../actions/record-results.js';
import { AddAssessment } from '../actions/add-assessment.js';
import { RemoveAssessment } from '../actions/remove-assessment.js';
import { type AssessmentRow, assessmentsOf, peopleOf, resultsOf } from '../data/completion.js';
import { teachersOf } from '../data/register.js';
import { ASSESSMENT_KINDS } from '../domain/marks.js';
import { MOST_ASSESSMENTS } from '../domain/score-rules.js';
import { AssessmentForm } from './attendance.form.js';
import { type CellView, cellViews, type Sheet, type TypedSheet, typedSheet } from './score-sheet.js';

export interface ResultsPage {
  readonly header: CohortHeader;
  readonly root: string;
  readonly assessments: readonly (AssessmentRow & {
    readonly name: string;
    readonly kindText: string;
    readonly isUsed: boolean;
  })[];
  readonly people: readonly { readonly name: string; readonly cells: readonly CellView[] }[];
  readonly problems: readonly { readonly text: string; readonly href: string | null }[];
  readonly form: FormView<AssessmentForm>;
  readonly isClosed: boolean;
  readonly mayAdd: boolean;
  readonly isAdding: boolean;
}

interface Place {
  readonly page: PageMaker<ResultsPage>;
  readonly root: string;
}

interface Sent {
  readonly sheet?: TypedSheet;
  readonly refusals?: readonly Refusal[];
  readonly form?: FormView<AssessmentForm>;
  readonly status?: number;
}

const USUAL = { fullScore: '100', passScore: '60', weight: '100', kind: 'exam' };

/** Assessments and the table of scores, for the office and for the instructor alike. */
@Injectable()
export class ResultsDesk {
  constructor(
    private readonly headers: CohortHeaders,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly results: RecordResults,
    private readonly addAssessment: AddAssessment,
    private readonly removeAssessment: RemoveAssessment,
  ) {}

  async show(context: RequestContext, code: string, place: Place): Promise<Page> {
    return this.page(context, await this.header(context, code), { place });
  }

  async record(
    context: RequestContext,
    { code, body }: { code: string; body: unknown },
    place: Place,
  ): Promise<Page | SeeOther> {
    const header = await this.header(context, code);
    const sheet = typedSheet(body, await this.sheet(header.id));
    if (sheet.problems.length > 0) return this.page(context, header, { place, sheet, status: 422 });
    const outcome = await this.results.execute(context.actor, header.id, sheet.scores);
    if (isRefused(outcome)) return this.page(context, header, { place, sheet, refusals: outcome.reasons, status: 422 });
    return this.back(
      place,
      code,
      flash(outcome.written === 0 ? 'result.unchanged' : 'result.saved', { count: outcome.written }),
    );
  }

  async add(
    context: RequestContext,
    { code, body }: { code: string; body: unknown },
    place: Place,
  ): Promise<Page | SeeOther> {
    const header = await this.header(context, code);
    const options = { kind: optionsOf(context.translator, 'assessment.kind', ASSESSMENT_KINDS) };
    const read = readForm(AssessmentForm, body, this.clock.today());
    if (!read.ok)
      return this.page(context, header, {
        place,
        form: formView(AssessmentForm, context.translator, { ...read, options }),
        status: 422,
      });
    const outcome = await this.addAssessment.execute(context.actor, header.id, { ...read.form });
    if (!isRefused(outcome))
      return this.back(
        place,
        code,
        flash('assessment.added', { name: context.language === 'en' ? read.form.nameEn : read.form.nameZh }),
      );
    return this.page(context, header, {
      place,
      form: formView(AssessmentForm, context.translator, { typed: read.typed, refusals: outcome.reasons, options }),
      status: 422,
    });
  }

  async remove(
    context: RequestContext,
    { code, id }: { code: string; id: string },
    place: Place,
  ): Promise<Page | SeeOther> {
    const header = await this.header(context, code);
    const outcome = await this.removeAssessment.execute(context.actor, header.id, id);
    if (isRefused(outcome)) return this.page(context, header, { place, refusals: outcome.reasons, status: 422 });
    return this.back(place, code, flash('assessment.removed'));
  }

  /** A cohort that the visitor does not teach is not there. */
  private async header(context: RequestContext, code: string): Promise<CohortHeader> {
    const header = await this.headers.of(context, { code, tab: 'results' });
    const instructorIds = await teachersOf(this.reads.query, header.id);
    return found(may(context.actor, 'result.record', { instructorIds }) ? header : null);
  }

  private async sheet(cohortId: string): Promise<Sheet> {
    const { query } = this.reads;
    return {
      assessments: await assessmentsOf(query, cohortId),
      people: await peopleOf(query, cohortId),
      results: await resultsOf(query, cohortId),
    };
  }

  private async page(
    context: RequestContext,
    header: CohortHeader,
    { place, sheet, refusals = [], form, status = 200 }: Sent & { place: Place },
  ): Promise<Page> {
    const { translator, language } = context;
    const known = await this.sheet(header.id);
    const isClosed = header.state === 'completed' || header.state === 'cancelled';
    return place.page(
      {
        header,
        root: `${place.root}/${header.code}`,
        isClosed,
        assessments: known.assessments.map((one) => ({
          ...one,
          name: language === 'en' ? one.nameEn : one.nameZh,
          kindText: translator.t(`assessment.kind.${one.kind}`),
          isUsed: known.results.some(({ assessmentId }) => assessmentId === one.id),
        })),
        people: known.people.map((person) => ({
          name: person.name,
          cells: cellViews(person, known, { context, sheet: sheet ?? null }),
        })),
        problems: [
          ...refusals.map((one) => ({ text: refusalText(translator, one), href: null })),
          ...(sheet?.problems ?? []).map(({ name, person, refusal }) => ({
            text: `${person}: ${refusalText(translator, refusal)}`,
            href: `#${name}`,
          })),
        ],
        form:
          form ??
          formView(AssessmentForm, translator, {
            typed: USUAL,
            options: { kind: optionsOf(translator, 'assessment.kind', ASSESSMENT_KINDS) },
          }),
        mayAdd: !isClosed && known.assessments.length < MOST_ASSESSMENTS,
        isAdding: form !== undefined || known.assessments.length === 0,
      },
      status,
    );
  }

  private back({ root }: Place, code: string, said: ReturnType<typeof flash>): SeeOther {
    return seeOther(`${root}/${code}/results`, said);
  }
}
