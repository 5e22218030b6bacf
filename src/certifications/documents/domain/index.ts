export type { DocumentRefusalCode } from './refusals.js';
