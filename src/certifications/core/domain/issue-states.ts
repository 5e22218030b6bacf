/** Outcome of a drawn number. */
export const NUMBER_STATES = ['reserved', 'issued', 'void'] as const;
export type NumberState = (typeof NUMBER_STATES)[number];

/** Why a number was never printed: item refused, issue abandoned, or interrupted. */
export const VOID_REASONS = ['refused', 'abandoned', 'brokenOff'] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

export const ITEM_STATES = ['waiting', 'issued', 'refused', 'void'] as const;
export type ItemState = (typeof ITEM_STATES)[number];
