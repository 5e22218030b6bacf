/** Values for a refusal's message: dates as `YYYY-MM-DD`, instants as epoch milliseconds. */
export type RefusalData = Record<string, string | number | null>;

/**
 * An expected "no": a value, never thrown. Its message is `refusal.<code>` in both languages. `field` names the form
 * field that the refusal belongs to, if any.
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

/** All reasons that forbid an act: the page shows what the POST would refuse. */
export class Refused<Code extends string = string> {
  constructor(readonly reasons: readonly Refusal<Code>[]) {}
}

export function refused<Code extends string>(...reasons: readonly Refusal<Code>[]): Refused<Code> {
  return new Refused(reasons);
}

export function isRefused<T, Code extends string>(outcome: T | Refused<Code>): outcome is Refused<Code> {
  return outcome instanceof Refused;
}

/** Evaluates every rule; a rule returns its refusal or `null`. */
export function blockers<Facts, Code extends string>(
  rules: readonly ((facts: Facts) => Refusal<Code> | null)[],
  facts: Facts,
): Refusal<Code>[] {
  return rules.flatMap((rule) => rule(facts) ?? []);
}
