import type * as PaperKeys from './paper-keys.js';

/** Loads the PDF key generator on demand: few processes need it. */
export const loadPaperKeys = (): Promise<typeof PaperKeys> => import('./paper-keys.js');
