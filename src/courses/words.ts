import { defineWords } from '../platform/index.js';

export const courseWords = defineWords({});
