import { FileChecker } from './actions/file-check/file-checker.js';
import { Press } from './actions/press/press.js';
import { Printing } from './paper/printing.js';

export const documentProviders = [FileChecker, Press, Printing];
