import { daysAfter } from '../../../../src/platform/clock.js';

/** A licence pool of the demo; its term is in days from today, and courses refer to it by key. */
export interface DemoPool {
  readonly key: string;
  readonly kind: 'software' | 'cloudLab';
  readonly product: string;
  readonly edition: string | null;
  readonly vendor: string;
  readonly agreement: string;
  readonly seats: number;
  readonly from: number;
  /** `null`: perpetual. */
  readonly until: number | null;
}

const pool = (
  key: string,
  names: readonly [product: string, edition: string | null, vendor: string, agreement: string],
  facts: Pick<DemoPool, 'kind' | 'seats' | 'from' | 'until'>,
): DemoPool => {
  const [product, edition, vendor, agreement] = names;
  return { key, product, edition, vendor, agreement, ...facts };
};

/** The academy's licences: most of them valid, one agreement near its end, one replaced by the next. */
export const POOLS: readonly DemoPool[] = [
  pool('vs', ['Visual Studio', 'Enterprise', 'Microsoft', 'MS-EA-78214-VS'], {
    kind: 'software',
    seats: 160,
    from: -540,
    until: 190,
  }),
  pool('server', ['Windows Server', 'Datacenter', 'Microsoft', 'MS-EA-78214-WS'], {
    kind: 'software',
    seats: 160,
    from: -540,
    until: null,
  }),
  pool('azure', ['Azure', 'Lab Subscription', '21Vianet', 'AZ-EDU-2093'], {
    kind: 'cloudLab',
    seats: 240,
    from: -540,
    until: 400,
  }),
  pool('m365', ['Microsoft 365', 'E5 Developer', '21Vianet', 'M365-DEV-5501'], {
    kind: 'cloudLab',
    seats: 120,
    from: -540,
    until: 47,
  }),
  pool('jetbrains', ['JetBrains All Products', 'Educational', 'JetBrains', 'JB-EDU-1187'], {
    kind: 'software',
    seats: 120,
    from: -540,
    until: -121,
  }),
  pool('jetbrains', ['JetBrains All Products', 'Educational', 'JetBrains', 'JB-EDU-2240'], {
    kind: 'software',
    seats: 140,
    from: -120,
    until: 245,
  }),
];

const NEEDS: readonly (readonly [key: string, courses: string])[] = [
  ['vs', 'AZ-204T00 AZ-400T00 PL-400T00 GEN-201'],
  ['server', 'AZ-800T00 AZ-801T00'],
  ['azure', 'AZ-104T00 AZ-305T00 AZ-500T00 AZ-700T00 AZ-140T00 SC-200T00 DP-300T00 DP-700T00 DP-100T01'],
  ['m365', 'MS-102T00 MS-700T00 MD-102T00 SC-300T00'],
  ['jetbrains', 'SWD-101 SWD-110 SWD-201'],
];

/**
 * The index in `POOLS` of what a course needs from its first day to its last; `null` if it needs nothing or no
 * agreement lasts.
 */
export function poolFor(
  course: string,
  days: { readonly startsOn: string; readonly endsOn: string },
  today: string,
): number | null {
  const key = NEEDS.find(([, courses]) => courses.split(' ').includes(course))?.[0];
  const at = POOLS.findIndex((one) => {
    const { validFrom, validUntil } = termOf(one, today);
    return one.key === key && validFrom <= days.startsOn && days.endsOn <= (validUntil ?? days.endsOn);
  });
  return at < 0 ? null : at;
}

export function termOf(
  { from, until }: Pick<DemoPool, 'from' | 'until'>,
  today: string,
): { validFrom: string; validUntil: string | null } {
  return { validFrom: daysAfter(today, from), validUntil: until === null ? null : daysAfter(today, until) };
}
