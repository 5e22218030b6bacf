export type { IssuingRefusalCode } from './refusals.js';
