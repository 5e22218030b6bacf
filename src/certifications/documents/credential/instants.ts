/** An instant as credentials write it, in whole seconds. */
export function secondsOf(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** The instant of a day's first second in the academy's zone. */
export function dayBegins(day: string): string {
  return `${day}T00:00:00+08:00`;
}

/** The day's last second: the last day itself still counts. */
export function dayEnds(day: string): string {
  return `${day}T23:59:59+08:00`;
}
