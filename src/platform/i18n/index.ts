export * from './formats.js';
export * from './speaker.js';
export * from './words.js';
