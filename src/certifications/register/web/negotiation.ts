import { preferencesIn } from '../../../platform/index.js';
import type { CertificateForm } from '../../core/index.js';

const ASKED: Readonly<Record<string, CertificateForm | 'page'>> = {
  'text/html': 'page',
  'application/xhtml+xml': 'page',
  'text/*': 'page',
  '*/*': 'page',
  'application/vc+ld+json': 'json',
  'application/vc': 'json',
  'application/ld+json': 'json',
  'application/json': 'json',
  'application/*': 'json',
  'application/vc+jwt': 'jwt',
  'application/vc-ld+jwt': 'jwt',
  'application/jwt': 'jwt',
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/*': 'png',
};

/**
 * Which form of a certificate a request's `Accept` wants most;
 * the page where it does not say, or says what there is not.
 */
export function formAsked(accept: string | undefined): CertificateForm | 'page' {
  if (accept === undefined || accept.includes('text/html')) return 'page';
  const wanted = preferencesIn(accept).find(({ value, weight }) => weight > 0 && Object.hasOwn(ASKED, value));
  return (wanted && ASKED[wanted.value]) ?? 'page';
}
