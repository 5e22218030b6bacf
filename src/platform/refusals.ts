/** Data that a refusal's words may name: dates as `YYYY-MM-DD`, instants as epoch milliseconds. */
export type RefusalData = Record<string, string | number | null>;

/**
 * An expected "no": a value, never thrown. Its words are under `refusal.<code>` in both languages.
 * `field` names the form field that the refusal belongs beside, where there is one.
 */
export class Refusal<Code extends string = string> {
  constructor(
    readonly code: Code,
    readonly data: RefusalData = {},
    readonly field: string | null = null,
  ) {}
}

export function refuse<Code extends string>(
  code: Code,
  data: RefusalData = {},
  field: string | null = null,
): Refusal<Code> {
  return new Refusal(code, data, field);
}

/** The reasons that forbid an act, all of them: the page prints what the POST refuses. */
export class Refused<Code extends string = string> {
  constructor(readonly reasons: readonly Refusal<Code>[]) {}
}

export function refused<Code extends string>(...reasons: readonly Refusal<Code>[]): Refused<Code> {
  return new Refused(reasons);
}

export function isRefused<T, Code extends string>(outcome: T | Refused<Code>): outcome is Refused<Code> {
  return outcome instanceof Refused;
}

/** Asks every rule; a rule answers `null` or its refusal. */
export function blockers<Facts, Code extends string>(
  rules: readonly ((facts: Facts) => Refusal<Code> | null)[],
  facts: Facts,
): Refusal<Code>[] {
  return rules.flatMap((rule) => rule(facts) ?? []);
}
