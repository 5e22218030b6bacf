import { defineWords } from '../platform/index.js';

export const schedulingWords = defineWords({});
