import { Controller, Get, Query } from '@nestjs/common';
import { may, Requires } from '../../accounts/index.js';
import {
  type Cell,
  Clock,
  csvTable,
  CurrentContext,
  type Page,
  type RequestContext,
  rowsOf,
  type TableAnswer,
} from '../../platform/index.js';
import { OutputFigures } from '../data/output-figures.js';
import { OUTCOMES } from '../domain/outcomes.js';
import { programmeYears, yearOf } from '../domain/programme.js';
import { monthsOf } from '../domain/spans.js';
import { outputFilter, type OutputQuery } from './output.filter.js';
import { lanesOf, outputModel, outputPage, OutputSums, type OutputFacts } from './output.page.js';

/** The academy's output compared with its targets. */
@Controller('office')
@Requires('output.read')
export class OutputController {
  constructor(
    private readonly figures: OutputFigures,
    private readonly clock: Clock,
  ) {}

  @Get('output')
  async show(@CurrentContext() context: RequestContext, @Query() query: OutputQuery): Promise<Page> {
    return outputPage(outputModel(await this.facts(context, { year: query.year, track: query.track }), context));
  }

  @Get('output.csv')
  async download(@CurrentContext() context: RequestContext, @Query() query: OutputQuery): Promise<TableAnswer> {
    const facts = await this.facts(context, { year: query.year, track: query.track });
    const { translator } = context;
    const heads = [
      'output.year_head',
      'output.track_code',
      'output.track',
      'output.outcome',
      'output.reached',
      'output.target',
    ].map((key) => translator.t(key));
    const name = `${translator.t('output.file')}-${facts.filter.spans.map(({ label }) => label).join('-')}`;
    const lines = (): Promise<Cell[][]> => Promise.resolve(linesOf(facts, context));
    return csvTable({ name, heads, rows: () => rowsOf(lines, (cells) => cells) });
  }

  private async facts(context: RequestContext, query: OutputQuery): Promise<OutputFacts> {
    const thisYear = yearOf(this.clock.now());
    const [tracks, targets, record] = await Promise.all([
      this.figures.tracks(),
      this.figures.targets(),
      this.figures.yearsOfRecord(),
    ]);
    const planned = targets.map(({ year }) => year);
    const filter = outputFilter(query, { tracks, yearsWithTargets: planned, now: this.clock.now() });
    const [figures, monthFigures] = await Promise.all([
      this.figures.in(filter.spans),
      filter.year === null ? [] : this.figures.in(monthsOf(filter.year)),
    ]);
    const known = [
      ...planned,
      ...programmeYears(planned, thisYear),
      thisYear,
      ...(record ? [yearOf(record.firstAt), yearOf(record.lastAt)] : []),
      ...(filter.year === null ? [] : [filter.year]),
    ];
    return {
      filter,
      years: from(Math.min(...known), Math.max(...known)),
      tracks,
      figures,
      monthFigures,
      targets,
      thisYear,
      mayTarget: may(context.actor, 'target.manage'),
    };
  }
}

function linesOf(facts: OutputFacts, context: RequestContext): Cell[][] {
  const sums = new OutputSums(facts);
  return facts.filter.spans.flatMap(({ label }) =>
    lanesOf(facts, context).flatMap((lane) =>
      OUTCOMES.map((kind) => {
        const { count, target } = sums.of(kind, [lane], [label]);
        const word = context.translator.t(`output.kind.${kind}`);
        return [Number(label), lane.id === null ? '' : lane.code, lane.name, word, count, target];
      }),
    ),
  );
}

function from(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
