export type { BindingRefusalCode } from './refusals.js';
export { inOrderOfSteps, isInOrder, type RegisterAnswer, registerChecks } from './record-checks.js';
