import { defineWords } from '../platform/index.js';

export const certificationWords = defineWords({});
