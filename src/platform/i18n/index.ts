export * from './formats.js';
export * from './translator.js';
export * from './messages.js';
