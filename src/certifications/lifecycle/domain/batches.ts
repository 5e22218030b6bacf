export const BATCH_KINDS = ['revocation', 'renewal'] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

export const ITEM_STATES = ['waiting', 'done', 'refused'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Most certificates per batch. */
export const MOST_AT_ONCE = 1000;
