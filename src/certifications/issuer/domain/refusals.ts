import type { DocumentRefusalCode } from '../../documents/domain/index.js';

/** Why a key cannot be changed. */
export type IssuerRefusalCode = 'keyCompromisedBefore' | 'keySignsNoLonger' | DocumentRefusalCode;
