export { fileOf, searchTextOf, type SentFile, textOf, textsOf } from './body.js';
export * from './fields.js';
export * from './form-view.js';
export * from './read-form.js';
export * from './refusal-texts.js';
export * from './typed-time.js';
