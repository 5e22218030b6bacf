/** Real programs ask for a handful of types; a longer header is ignored. */
const LONGEST = 1024;

/** What a request header such as `Accept` or `Accept-Language` asks for. */
export interface Preference {
  /** In lower case, without parameters. */
  readonly value: string;
  /** From 1 down to 0, which means "not acceptable". */
  readonly weight: number;
}

/** The preferences in such a header, most preferred first. Takes linear time. */
export function preferencesIn(header: string | undefined): Preference[] {
  if (header === undefined || header.length > LONGEST) return [];
  return header
    .split(',')
    .map(preferenceOf)
    .sort((one, other) => other.weight - one.weight);
}

function preferenceOf(part: string): Preference {
  const [value = '', ...parameters] = part
    .toLowerCase()
    .split(';')
    .map((one) => one.trim());
  const quality = parameters.find((one) => one.startsWith('q='))?.slice(2);
  const weight = quality === undefined ? 1 : Number(quality);
  return { value, weight: weight >= 0 && weight <= 1 ? weight : 0 };
}
