import { defineWords } from '../platform/index.js';

export const traineeWords = defineWords({});
