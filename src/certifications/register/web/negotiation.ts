import { preferencesIn } from '../../../platform/index.js';
import type { DocumentKind } from '../../core/index.js';

const KINDS_BY_MEDIA_TYPE: Readonly<Record<string, DocumentKind | 'page'>> = {
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
 * The document kind that a request's `Accept` prefers; the page if there is none, or none is available.
 */
export function requestedKind(accept: string | undefined): DocumentKind | 'page' {
  if (accept === undefined || accept.includes('text/html')) return 'page';
  const preferred = preferencesIn(accept).find(
    ({ value, weight }) => weight > 0 && Object.hasOwn(KINDS_BY_MEDIA_TYPE, value),
  );
  return (preferred && KINDS_BY_MEDIA_TYPE[preferred.value]) ?? 'page';
}
