export { type MadeOut, madeOutFor, makeOut, type SharedFacts } from './make-out.js';
export type { TemplateRefusalCode } from './refusals.js';
export { DEFAULT_TEMPLATE, type TemplateFacts } from './template.js';
