import type { DocumentRefusalCode } from '../../documents/domain/index.js';

/** Why a change of a key is refused. */
export type IssuerRefusalCode = 'keyCompromisedBefore' | 'keySignsNoLonger' | 'keyNameNotSeen' | DocumentRefusalCode;
