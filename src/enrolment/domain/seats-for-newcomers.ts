/**
 * How many of the free seats those get who enrol now. None while anybody is on the waitlist: newcomers join its end,
 * even if a seat is free.
 */
export function seatsForNewcomers({ free, waiting }: { readonly free: number; readonly waiting: number }): number {
  return waiting > 0 ? 0 : Math.max(0, free);
}
