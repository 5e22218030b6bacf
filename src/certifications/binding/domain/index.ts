export type { BindingRefusalCode } from './refusals.js';
export { NEW_RECORD, stateAfter, type Written, type WrittenEvent, type WrittenHiding } from './written.js';
export { inOrderOfSteps, isInOrder, type RegisterAnswer, registerChecks } from './register-check.js';
