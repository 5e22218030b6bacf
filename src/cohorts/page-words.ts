import { defineWords } from '../platform/index.js';

export const cohortPageWords = defineWords({});
