export * from './formats.js';
export * from './in-language.js';
export * from './translator.js';
export * from './messages.js';
