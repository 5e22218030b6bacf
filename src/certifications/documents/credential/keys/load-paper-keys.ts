import type * as PaperKeys from './paper-keys.js';

/** What makes the keys of the paper, loaded on demand: few processes ever need it. */
export const loadPaperKeys = (): Promise<typeof PaperKeys> => import('./paper-keys.js');
