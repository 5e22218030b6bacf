import { FileChecker } from './actions/file-check/file-checker.js';
import { DocumentWorkers } from './actions/workers/document-workers.js';
import { Printing } from './paper/printing.js';

export const documentProviders = [FileChecker, DocumentWorkers, Printing];
