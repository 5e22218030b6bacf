import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
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
  looksLikeId,
  type Option,
  type Page,
  readDate,
  readForm,
  refused,
  type Refused,
  type RequestContext,
  type SeeOther,
  seeOther,
  type SelectOption,
  selectOptions,
} from '../../../platform/index.js';
import { type BilingualName, Listeners, nameIn, type SessionChange, TimetableReader } from '../../core/index.js';
import { OpenPlan, PlanForm } from '../../plans/index.js';
import { type Repair, RepairPlanner, type RepairInput } from '../data/repair-planner.js';
import {
  aboutOf,
  concernsOfRepair,
  type MoveView,
  moveView,
  titleOf,
  type UnplacedView,
  unplacedView,
} from './repair.page.js';

export interface RepairPage {
  readonly from: string;
  readonly until: string;
  readonly rooms: readonly SelectOption[];
  readonly instructors: readonly SelectOption[];
  readonly beyond: readonly SelectOption[];
  readonly filtered: boolean;
  readonly problems: readonly string[];
  readonly affected: number;
  readonly affectedInAll: number;
  readonly moves: readonly MoveView[];
  readonly unplaced: readonly UnplacedView[];
  readonly settled: number;
  readonly recipients: number;
  /** Address of the same search with more weeks after the cohorts' ends; null if that would not help. */
  readonly later: { readonly href: string; readonly weeks: number } | null;
  readonly form: FormView<PlanForm>;
  /** Hidden fields that repeat the search. */
  readonly carried: readonly { readonly name: string; readonly value: string }[];
}

type RepairQuery = Readonly<Record<string, unknown>>;

const repairPage = definePage<RepairPage>('scheduling/repairs/new');
const NAMES = ['from', 'until', 'room', 'instructor', 'beyond'] as const;
const WEEKS_BEYOND = [1, 2, 4, 6];

/** Shows the sessions affected by a holiday, closure or absence, and proposes a repair. */
@Controller('office/repairs')
@Requires('session.schedule')
export class RepairsController {
  constructor(
    private readonly planner: RepairPlanner,
    private readonly reader: TimetableReader,
    private readonly listeners: Listeners,
    private readonly openPlan: OpenPlan,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async proposed(@CurrentContext() context: RequestContext, @Query() query: RepairQuery): Promise<Page> {
    return repairPage(await this.model(context, query, null));
  }

  @Post()
  take(@CurrentContext() context: RequestContext, @Body() body: RepairQuery): Promise<Page | SeeOther> {
    return answerForm(readForm(PlanForm, body, this.clock.today()), {
      act: ({ title }) => this.open(context, title, body),
      done: ({ id, count }) => seeOther(`/office/plans/${id}`, flash('plan.opened_notice', { count })),
      // A refusal without reasons: nothing can be moved, and the page shows that.
      again: async ({ typed, faults = [] }) => repairPage(await this.model(context, body, { typed, faults })),
    });
  }

  private async open(
    { actor }: RequestContext,
    title: string,
    query: RepairQuery,
  ): Promise<{ readonly id: string; readonly count: number } | Refused> {
    const repair = await this.propose(this.inputOf(query));
    const changes = repair.proposal.moves.map(({ session, slot }): SessionChange => ({
      kind: 'move',
      sessionId: session.id,
      seenSequence: repair.sequences.get(session.id) ?? null,
      slot,
    }));
    if (changes.length === 0) return refused();
    const { id } = await this.openPlan.execute(actor, { title, origin: 'repair', about: aboutOf(repair), changes });
    return { id, count: changes.length };
  }

  private propose(input: RepairInput): Promise<Repair> {
    return this.planner.propose(input, (cohortId) => this.listeners.trainees(this.reader.query, cohortId));
  }

  private inputOf(query: RepairQuery): RepairInput {
    const today = this.clock.today();
    const day = (name: string) => (text(query[name]) === '' ? null : readDate(text(query[name]), today));
    const id = (name: string) => (looksLikeId(text(query[name])) ? text(query[name]) : null);
    return {
      from: day('from'),
      until: day('until'),
      roomId: id('room'),
      instructorId: id('instructor'),
      daysBeyondEnd: 7 * (WEEKS_BEYOND.find((weeks) => String(weeks) === query['beyond']) ?? 0),
    };
  }

  private async model(context: RequestContext, query: RepairQuery, filled: FormState | null): Promise<RepairPage> {
    const { translator } = context;
    const input = this.inputOf(query);
    const repair = await this.propose(input);
    const { moves, unplaced, settled } = repair.proposal;
    const weeks = input.daysBeyondEnd / 7;
    const more = WEEKS_BEYOND.find((one) => one > weeks) ?? null;
    const named = ({ id, name }: { readonly id: string; readonly name: BilingualName }): Option => ({
      value: id,
      label: nameIn(translator, name),
    });
    return {
      from: text(query['from']),
      until: text(query['until']),
      rooms: selectOptions(
        [...repair.timetable.rooms.values()].filter(({ closed, id }) => !closed || id === input.roomId).map(named),
        input.roomId,
      ),
      instructors: selectOptions(
        [...repair.timetable.instructors.values()]
          .filter(({ retired, id }) => !retired || id === input.instructorId)
          .map(named),
        input.instructorId,
      ),
      beyond: selectOptions(
        WEEKS_BEYOND.map((one) => ({
          value: String(one),
          label: translator.t('repair.beyond_weeks', { count: one }),
        })),
        String(weeks),
      ),
      filtered: NAMES.some((name) => text(query[name]) !== ''),
      problems: this.problems(context, query, input),
      affected: repair.affected.length,
      affectedInAll: repair.affectedInAll,
      moves: moves.map((move) => moveView(translator, move, repair)),
      unplaced: unplaced.map((one) => unplacedView(translator, one)),
      settled: settled.length,
      recipients: await this.listeners.count(this.reader.query, concernsOfRepair(repair)),
      later:
        more !== null && unplaced.some(({ help }) => help.code === 'repairHelpLater')
          ? { href: addressOf({ ...query, beyond: String(more) }), weeks: more }
          : null,
      form: formView(
        PlanForm,
        translator,
        filled ?? { typed: { title: titleOf(translator, repair, dayOf(this.clock.now())) } },
      ),
      carried: NAMES.map((name) => ({ name, value: text(query[name]) })).filter(({ value }) => value !== ''),
    };
  }

  private problems({ translator }: RequestContext, query: RepairQuery, { from, until }: RepairInput): string[] {
    const unread = (['from', 'until'] as const).filter(
      (name) => text(query[name]) !== '' && { from, until }[name] === null,
    );
    const reversed = from !== null && until !== null && until < from;
    return [
      ...unread.map((name) => translator.t('repair.bad_day', { found: text(query[name]) })),
      ...(reversed ? [translator.t('repair.reversed')] : []),
    ];
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 100) : '';
}

function addressOf(query: RepairQuery): string {
  const parameters = new URLSearchParams();
  for (const name of NAMES) if (text(query[name]) !== '') parameters.set(name, text(query[name]));
  return `/office/repairs/new?${parameters.toString()}`;
}
