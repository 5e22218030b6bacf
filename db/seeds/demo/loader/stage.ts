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

/** An action of the demo must not be refused: if it is, the plan is wrong, and the error says where. */
export function done<T, Code extends string>(outcome: T | Refused<Code>, what: string): T {
  if (!isRefused(outcome)) return outcome;
  const reasons = outcome.reasons.map(({ code, data }) => `${code} ${JSON.stringify(data)}`).join('; ');
  throw new Error(`The demo was refused ${what}: ${reasons}`);
}

/** The product with the demo's timeline, and the ids created so far by the names that the content uses. */
export class DemoContext {
  readonly timeline: Timeline;
  /** The midnight at which today begins. */
  readonly eve: number;
  readonly tracks = new Map<string, string>();
  readonly courses = new Map<string, string>();
  readonly achievements = new Map<string, string>();
  readonly rooms = new Map<string, string>();
  /** By index in `INSTRUCTORS`. */
  readonly instructors: { readonly id: string; readonly actor: Actor }[] = [];
  /** By index in `POOLS`. */
  readonly pools: string[] = [];
  readonly employers: string[] = [];
  /** By cohort code. */
  readonly cohorts = new Map<string, string>();
  /** By trainee number. */
  readonly trainees = new Map<number, { readonly id: string; readonly actor: Actor | null }>();
  /** Trainee numbers by id. */
  readonly numbers = new Map<string, number>();
  /** Ids of trainees who have found a job. */
  readonly placed = new Set<string>();
  administrator!: Actor;
  coordinator!: Actor;
  recruiter!: Actor;

  constructor(
    readonly app: NestFastifyApplication,
    readonly clock: SimulatedClock,
    readonly today: string,
    /** The end of the loaded period; the last midnight, or earlier. */
    end: number,
  ) {
    this.eve = instantOf(today, '00:00');
    this.timeline = new Timeline(clock, Math.min(end, this.eve));
  }

  /** One of the product's own actions. */
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

/** @throws Error if the content names what has not been created yet */
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
