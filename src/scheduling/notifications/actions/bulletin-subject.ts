import type { Subject } from '../../../platform/index.js';
import type { BulletinFacts } from '../data/bulletin-facts.js';

/** The audit subject of a bulletin, labelled with its cohorts. */
export function bulletinSubject({ id, changes }: Pick<BulletinFacts, 'id' | 'changes'>): Subject {
  const codes = changes.map(({ cohort }) => cohort.code);
  return { type: 'bulletin', id, label: [...new Set(codes)].join(', ') };
}
