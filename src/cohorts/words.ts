import { defineWords } from '../platform/index.js';

export const cohortWords = defineWords({});
