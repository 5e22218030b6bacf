import type { WebClient } from '../../../support/web-client.js';

/** What the form of a pool of licences is filled with. */
export const POOL = {
  kind: 'software',
  product: 'Visual Studio',
  edition: 'Enterprise',
  vendor: '微软',
  agreement: 'MS-EA-1',
  seats: '40',
  validFrom: '2026-1-1',
  validUntil: '2026-5-13',
};

/** Adds pools of licences, each with an agreement of its own, and answers their ids. */
export function licencePools(office: () => WebClient): (change?: Partial<typeof POOL>) => Promise<string> {
  let serial = 0;
  return async (change = {}) => {
    serial += 1;
    const added = await office().submit('/office/licences', { ...POOL, agreement: `MS-EA-${serial}`, ...change });
    return added.path.split('/').at(-1)!;
  };
}
