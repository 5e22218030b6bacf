import { defineWords } from '../platform/index.js';

export const employerWords = defineWords({});
