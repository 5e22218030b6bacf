/*
 * What a certificate says: frozen when it is issued and never changed, whatever is renamed or edited later.
 * Every form of the certificate (page, paper, picture) prints these facts and nothing else.
 */

export interface Signatory {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly titleZh: string;
  readonly titleEn: string;
}

/** The sentences of a certificate, names and dates already filled in. */
export interface PrintedWording {
  readonly headingZh: string;
  readonly headingEn: string;
  readonly leadZh: string;
  readonly leadEn: string;
  readonly bodyZh: string;
  readonly bodyEn: string;
}

export interface Seal {
  /** Around the seal, at most 24 characters. */
  readonly textZh: string;
  /** Across its foot. */
  readonly footZh: string;
}

export interface CertificateFacts {
  /** The shape of this record; a later shape gets the next number. */
  readonly shape: 1;
  readonly number: string;
  readonly recipient: { readonly name: string; readonly latinName: string | null };
  readonly achievement: { readonly code: string; readonly nameZh: string; readonly nameEn: string; readonly criteriaZh: string; readonly criteriaEn: string };
  readonly course: { readonly code: string; readonly titleZh: string; readonly titleEn: string; readonly hours: number };
  /** The run that was attended; days are `YYYY-MM-DD`. */
  readonly cohort: { readonly code: string; readonly startsOn: string; readonly endsOn: string };
  readonly issuer: { readonly nameZh: string; readonly nameEn: string };
  readonly issuedOn: string;
  /** The last day on which it holds; `null`: it does not expire. */
  readonly expiresOn: string | null;
  readonly wording: PrintedWording;
  readonly signatories: readonly Signatory[];
  readonly seal: Seal;
  readonly templateVersion: number;
}
