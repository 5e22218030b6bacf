import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';

let loaded: typeof PDFDocument | null = null;

/**
 * The maker of PDF documents, with its fonts' machinery a tenth of all memory:
 * loaded for the first paper, not for the start.
 * This room imports nothing of the application, so that a worker thread loads the drawing and no more.
 */
export function pdfKit(): typeof PDFDocument {
  return (loaded ??= createRequire(import.meta.url)('pdfkit') as typeof PDFDocument);
}
