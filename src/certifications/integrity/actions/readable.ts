import { RowsOutOfOrder } from '../../../platform/index.js';
import { type Finding, finding } from '../../log/index.js';

/**
 * Runs a check of stored values. An unreadable value becomes a finding, as do rows out of order, so that the other
 * checks still run; database errors are thrown.
 */
export function readable(what: string, check: () => Finding[]): Finding[] {
  try {
    return check();
  } catch (fault) {
    return unreadable(what, fault);
  }
}

/** As `readable`, for an asynchronous check. */
export async function readableAsync(what: string, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (fault) {
    return unreadable(what, fault);
  }
}

function unreadable(what: string, fault: unknown): Finding[] {
  if (fault instanceof RowsOutOfOrder) return [finding('rowsOutOfOrder', { what })];
  if (fault instanceof SyntaxError || fault instanceof TypeError || fault instanceof RangeError)
    return [finding('unreadable', { what })];
  throw fault;
}
