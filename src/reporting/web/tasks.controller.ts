import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  inLanguage,
  type Page,
  type Pages,
  pagesOf,
  type RequestContext,
  requestedPage,
  type SelectOption,
  selectOptions,
} from '../../platform/index.js';
import { Tasks } from '../data/tasks/tasks.js';
import { dueOf, type DueTone, type Task } from '../domain/tasks.js';
import { textParameter } from './spoken.js';

interface TaskView {
  readonly href: string;
  readonly what: string;
  readonly about: string;
  readonly code: string;
  readonly why: string;
  readonly kindWord: string;
  readonly nextWord: string;
  readonly due: string;
  readonly dueState: string;
  readonly dueWord: string;
}

export interface TasksPage {
  readonly q: string;
  readonly kinds: readonly SelectOption[];
  readonly filtered: boolean;
  readonly count: number;
  readonly tasks: readonly TaskView[];
  readonly pages: Pages;
}

type TasksQuery = Readonly<Partial<Record<'q' | 'kind' | 'page', unknown>>>;
const page = definePage<TasksPage>('reporting/tasks/index');
const PAGE_SIZE = 25;
const TONES: Readonly<Record<DueTone, string>> = { late: 'warning', today: 'pending', soon: 'info', later: 'off' };

/** The office's tasks, each with its reason, due day and next step. */
@Controller('office/tasks')
@Requires('office.enter')
export class TasksController {
  constructor(
    private readonly tasks: Tasks,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@CurrentContext() context: RequestContext, @Query() query: TasksQuery): Promise<Page> {
    const { translator } = context;
    const at = { now: this.clock.now(), today: this.clock.today(), actor: context.actor };
    const counts = await this.tasks.counts(at);
    const kind = counts.find((one) => one.kind === query.kind)?.kind ?? null;
    const q = textParameter(query.q);
    const tasks = (await this.tasks.all(at, kind))
      .map((task) => viewOf(task, context, at.today))
      .filter((view) => matches(view, q));
    const number = requestedPage(query.page);
    const pages = pagesOf(context.url, { page: number, size: PAGE_SIZE, count: tasks.length });
    const first = (Math.min(number, Math.max(1, Math.ceil(tasks.length / PAGE_SIZE))) - 1) * PAGE_SIZE;
    return page({
      q,
      filtered: q !== '' || kind !== null,
      count: tasks.length,
      pages,
      tasks: tasks.slice(first, first + PAGE_SIZE),
      kinds: selectOptions(
        counts.map((one) => ({
          value: one.kind,
          label: translator.t('task.kind_counted', { kind: translator.t(`task.kind_${one.kind}`), count: one.count }),
        })),
        kind,
      ),
    });
  }
}

function viewOf(
  { kind, due, href, code, titleZh, titleEn, values }: Task,
  context: RequestContext,
  today: string,
): TaskView {
  const { translator } = context;
  const { tone, days } = dueOf(due, today);
  return {
    href,
    code,
    due,
    about: inLanguage(context, titleZh, titleEn),
    what: translator.t(`task.${kind}.what`, values),
    why: translator.t(`task.${kind}.why`, values),
    kindWord: translator.t(`task.kind_${kind}`),
    nextWord: translator.t(`task.${kind}.next`),
    dueState: TONES[tone],
    dueWord: translator.t(`task.due_${tone}`, { count: days }),
  };
}

function matches({ what, about, code, why }: TaskView, q: string): boolean {
  const text = [what, about, code, why].join(' ').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
