export * from './access.js';
export { answerAct, answerForm } from './answer-form.js';
export * from './answers.js';
export * from './faults.js';
export { IdParam } from './id-param.js';
export { flash, type Flash, refusalFlash } from './flash.js';
export { ProblemDetails, type ProblemMore } from './problem.js';
export { isPublicAddress, outsideUrl, postOutside, type PostFault, type PostOutcome } from './post-outside.js';
export { MemoryThrottle } from './memory-throttle.js';
export { networkOf } from './network.js';
export { pathWithin } from './paths.js';
export { QueryText } from './query-text.js';
export { preferencesIn } from './preferences.js';
export {
  type BlankTable,
  blankCsv,
  blankXlsx,
  csvTable,
  rowsOf,
  type Table,
  TableAnswer,
  type TableRows,
  xlsxTable,
} from './table-answers.js';
export { type Limit, Throttle } from './throttle.js';
export { CurrentContext, type RequestContext, requestContextOf } from './request-context.js';
export {
  PROGRAM_RECOGNITION,
  type ProgramRecognition,
  RECOGNITION,
  type Recognition,
  SESSION_COOKIE,
  type SignedIn,
} from './request-contexts.js';
export { UploadGuard } from './upload.guard.js';
export { LONG_FORM_BYTES, TakesFiles, TakesLongForm, TakesLongRequest } from './uploads.js';
export { CsrfGuard } from './csrf.guard.js';
