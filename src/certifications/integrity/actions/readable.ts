import { type Finding, finding } from '../../log/index.js';

/**
 * What a check of stored values finds. A value that it cannot read is a finding as well, and the others are still
 * looked at; what the database itself refuses is thrown.
 */
export function readable(what: string, check: () => Finding[]): Finding[] {
  try {
    return check();
  } catch (fault) {
    return unreadable(what, fault);
  }
}

/** As `readable`, for a check that asks the database. */
export async function readableAsked(what: string, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (fault) {
    return unreadable(what, fault);
  }
}

function unreadable(what: string, fault: unknown): Finding[] {
  if (fault instanceof SyntaxError || fault instanceof TypeError || fault instanceof RangeError)
    return [finding('unreadable', { what })];
  throw fault;
}
