import type PDFDocument from 'pdfkit';
import { onDemand } from '../../platform/index.js';

/** The maker of PDF documents, with its fonts' machinery a tenth of all memory: loaded for the first paper, not for the start. */
export const pdfKit = onDemand<typeof PDFDocument>('pdfkit');
