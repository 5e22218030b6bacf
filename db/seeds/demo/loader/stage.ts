import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Sql } from 'sql-template-tag';
import type { Role } from '../../../../src/accounts/index.js';
import {
  type Actor,
  instantOf,
  isRefused,
  ReadDatabase,
  type Refused,
  type SimulatedClock,
} from '../../../../src/platform/index.js';
import type { PlannedCohort } from '../content/cohorts/planned-cohort.js';
import { Timeline } from './timeline.js';

/** What somebody does here must not be refused: then the plan is wrong, and the demo says where. */
export function done<T, Code extends string>(outcome: T | Refused<Code>, what: string): T {
  if (!isRefused(outcome)) return outcome;
  const reasons = outcome.reasons.map(({ code, data }) => `${code} ${JSON.stringify(data)}`).join('; ');
  throw new Error(`The demo was refused ${what}: ${reasons}`);
}

/** The product, the story told on it, and the ids of what has appeared so far, by the names that the content uses. */
export class Stage {
  readonly timeline: Timeline;
  /** The midnight with which today begins. */
  readonly eve: number;
  readonly tracks = new Map<string, string>();
  readonly courses = new Map<string, string>();
  readonly achievements = new Map<string, string>();
  readonly rooms = new Map<string, string>();
  /** By place in `INSTRUCTORS`. */
  readonly instructors: { readonly id: string; readonly actor: Actor }[] = [];
  /** By place in `POOLS`. */
  readonly pools: string[] = [];
  readonly employers: string[] = [];
  /** By cohort code. */
  readonly cohorts = new Map<string, string>();
  /** By trainee number. */
  readonly trainees = new Map<number, { readonly id: string; readonly actor: Actor | null }>();
  /** Trainee numbers by id. */
  readonly numbers = new Map<string, number>();
  /** Ids of trainees who have found work. */
  readonly placed = new Set<string>();
  administrator!: Actor;
  coordinator!: Actor;
  recruiter!: Actor;

  constructor(
    readonly app: NestFastifyApplication,
    readonly clock: SimulatedClock,
    readonly today: string,
    /** The story is told so far; the last midnight, or sooner. */
    end: number,
  ) {
    this.eve = instantOf(today, '00:00');
    this.timeline = new Timeline(clock, Math.min(end, this.eve));
  }

  /** One of the product's own acts. */
  get<T>(act: new (...needs: never[]) => T): T {
    return this.app.get<T>(act);
  }

  rows<Row>(query: Sql): Promise<Row[]> {
    return this.app.get(ReadDatabase).query<Row>(query);
  }

  meet(number: number, id: string, person: Actor | null): void {
    this.trainees.set(number, { id, actor: person });
    this.numbers.set(id, number);
  }

  cohortId({ code }: PlannedCohort): string {
    return required(this.cohorts.get(code), code);
  }
}

/** @throws Error where the content names what the story has not brought yet. */
export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The demo has not met ${name} yet`);
  return value;
}

export function actor(
  id: string,
  { name, email }: { readonly name: string; readonly email: string },
  role: Role,
): Actor {
  return { id, name, email, roles: [role] };
}
