import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type CohortHeader, CohortHeaders } from '../../cohorts/index.js';
import {
  Clock,
  type FormView,
  formView,
  found,
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
  answerAct,
  answerForm,
  definePage,
  refused,
  type FormState,
} from '../../platform/index.js';
import { RecordResults } from '../actions/record-results.js';
import { AddAssessment } from '../actions/add-assessment.js';
import { RemoveAssessment } from '../actions/remove-assessment.js';
import { type AssessmentRow, assessmentsOf, peopleOf, resultsOf } from '../data/completion.js';
import { teachersOf } from '../data/register.js';
import { ASSESSMENT_KINDS } from '../domain/marks.js';
import { MOST_ASSESSMENTS } from '../domain/score-rules.js';
import { AssessmentForm } from './attendance.form.js';
import { type CellView, cellViews, type Sheet, shownScores, typedSheet } from './score-sheet.js';

export interface ResultsPage {
  readonly header: CohortHeader;
  readonly root: string;
  readonly assessments: readonly (AssessmentRow & {
    readonly name: string;
    readonly kindText: string;
    readonly isUsed: boolean;
  })[];
  /** The scores that the sheet shows, sent along with it. */
  readonly seen: string;
  readonly people: readonly { readonly name: string; readonly cells: readonly CellView[] }[];
  readonly problems: readonly { readonly text: string; readonly href: string | null }[];
  readonly form: FormView<AssessmentForm>;
  readonly isClosed: boolean;
  readonly mayAdd: boolean;
  readonly isAdding: boolean;
}

/** Where the results page is opened from. */
interface Place {
  readonly page: PageMaker<ResultsPage>;
  readonly root: string;
}

export const OFFICE_RESULTS: Place = {
  page: definePage<ResultsPage>('attendance/results/office'),
  root: '/office/cohorts',
};
export const TEACHING_RESULTS: Place = {
  page: definePage<ResultsPage>('attendance/results/teaching'),
  root: '/teaching/cohorts',
};

interface ResultsSubmission {
  /** The sheet as it was sent. */
  readonly body?: unknown;
  readonly refusals?: readonly Refusal[];
  /** A failed assessment form, instead of an empty one. */
  readonly adding?: FormState;
}

const USUAL = { fullScore: '100', passScore: '60', weight: '100', kind: 'exam' };

/** Assessments and the score sheet, for the office and the instructor. */
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
    // The sheet shows its own problems, each beside its cell.
    const isWrong = sheet.problems.length > 0;
    return answerAct(isWrong ? refused() : await this.results.execute(context.actor, header.id, sheet.scores), {
      done: ({ written }) =>
        this.back(place, code, flash(written === 0 ? 'result.unchanged' : 'result.saved', { count: written })),
      again: (refusals) => this.page(context, header, { place, body, refusals }),
    });
  }

  async add(
    context: RequestContext,
    { code, body }: { code: string; body: unknown },
    place: Place,
  ): Promise<Page | SeeOther> {
    const header = await this.header(context, code);
    return answerForm(readForm(AssessmentForm, body, this.clock.today()), {
      act: (form) => this.addAssessment.execute(context.actor, header.id, { ...form }),
      done: (_, { nameZh, nameEn }) =>
        this.back(place, code, flash('assessment.added', { name: context.language === 'en' ? nameEn : nameZh })),
      again: (adding) => this.page(context, header, { place, adding }),
    });
  }

  async remove(
    context: RequestContext,
    { code, id }: { code: string; id: string },
    place: Place,
  ): Promise<Page | SeeOther> {
    const header = await this.header(context, code);
    return answerAct(await this.removeAssessment.execute(context.actor, header.id, id), {
      done: () => this.back(place, code, flash('assessment.removed')),
      again: (refusals) => this.page(context, header, { place, refusals }),
    });
  }

  /** A cohort that the actor does not teach is answered like one that does not exist. */
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
    { place, body, refusals = [], adding }: ResultsSubmission & { place: Place },
  ): Promise<Page> {
    const { translator, language } = context;
    const sheetFacts = await this.sheet(header.id);
    const sheet = body === undefined ? null : typedSheet(body, sheetFacts);
    const isClosed = header.state === 'completed' || header.state === 'cancelled';
    return place.page({
      header,
      root: `${place.root}/${header.code}`,
      isClosed,
      assessments: sheetFacts.assessments.map((one) => ({
        ...one,
        name: language === 'en' ? one.nameEn : one.nameZh,
        kindText: translator.t(`assessment.kind.${one.kind}`),
        isUsed: sheetFacts.results.some(({ assessmentId }) => assessmentId === one.id),
      })),
      seen: shownScores(sheetFacts),
      people: sheetFacts.people.map((person) => ({
        name: person.name,
        cells: cellViews(person, sheetFacts, { context, sheet }),
      })),
      problems: [
        ...refusals.map((one) => ({ text: refusalText(translator, one), href: null })),
        ...[...(sheet?.problems ?? []), ...(sheet?.conflicts ?? [])].map(({ name, person, refusal }) => ({
          text: `${person}: ${refusalText(translator, refusal)}`,
          href: `#${name}`,
        })),
      ],
      form: formView(AssessmentForm, translator, {
        ...(adding ?? { typed: USUAL }),
        options: { kind: optionsOf(translator, 'assessment.kind', ASSESSMENT_KINDS) },
      }),
      mayAdd: !isClosed && sheetFacts.assessments.length < MOST_ASSESSMENTS,
      isAdding: adding !== undefined || sheetFacts.assessments.length === 0,
    });
  }

  private back({ root }: Place, code: string, message: ReturnType<typeof flash>): SeeOther {
    return seeOther(`${root}/${code}/results`, message);
  }
}
