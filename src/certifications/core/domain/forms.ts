/** The documents of a certificate, all from one record. The page is the fifth form. */
export const CERTIFICATE_FORMS = ['json', 'jwt', 'png', 'pdf'] as const;
export type CertificateForm = (typeof CERTIFICATE_FORMS)[number];

export const FORM_TYPES: Readonly<Record<CertificateForm, string>> = {
  json: 'application/vc+ld+json',
  jwt: 'application/vc+jwt',
  png: 'image/png',
  pdf: 'application/pdf',
};

/** Bits of one status list: so many certificates that nobody can tell by a look which of them was meant. */
export const STATUS_LIST_SIZE = 131_072;

/** Outcome of a drawn number. */
export const NUMBER_STATES = ['reserved', 'issued', 'void'] as const;
export type NumberState = (typeof NUMBER_STATES)[number];

/** Why a number was never printed: item refused, issue abandoned, or interrupted. */
export const VOID_REASONS = ['refused', 'abandoned', 'brokenOff'] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

export const ITEM_STATES = ['waiting', 'issued', 'refused', 'void'] as const;
export type ItemState = (typeof ITEM_STATES)[number];
