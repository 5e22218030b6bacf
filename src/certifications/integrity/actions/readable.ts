import { isOfUnfitTables, RowsOutOfOrder } from '../../../platform/index.js';
import { type Finding, finding } from '../../log/index.js';

/**
 * Runs a check of stored values. An unreadable value becomes a finding, as do rows out of order and tables that are not
 * those of the migrations, so that the other checks still run. Other database errors are thrown.
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
  if (isOfUnfitTables(fault)) return [finding('unreadable', { what })];
  if (fault instanceof SyntaxError || fault instanceof TypeError || fault instanceof RangeError)
    return [finding('unreadable', { what })];
  throw fault;
}

/** As `readableAsync`, for a check that reports more than findings. @param otherwise its report if it cannot be done */
export async function readableReport<Report extends { readonly findings: readonly Finding[] }>(
  what: string,
  check: () => Promise<Report>,
  otherwise: Omit<Report, 'findings'>,
): Promise<Report> {
  try {
    return await check();
  } catch (fault) {
    return { ...otherwise, findings: unreadable(what, fault) } as unknown as Report;
  }
}
