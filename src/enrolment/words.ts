import { defineWords } from '../platform/index.js';

export const enrolmentWords = defineWords({});
