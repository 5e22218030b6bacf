/** The documents of a certificate, all from one record. The page is the fifth form. */
export const DOCUMENT_KINDS = ['json', 'jwt', 'png', 'pdf'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const MEDIA_TYPES: Readonly<Record<DocumentKind, string>> = {
  json: 'application/vc+ld+json',
  jwt: 'application/vc+jwt',
  png: 'image/png',
  pdf: 'application/pdf',
};
