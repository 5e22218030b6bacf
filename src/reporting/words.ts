import { defineWords } from '../platform/index.js';

export const reportingWords = defineWords({});
