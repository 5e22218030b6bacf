/*
 * What a certificate says: frozen when it is issued and never changed, whatever is renamed or edited later.
 * Every form of the certificate (page, paper, picture) prints these facts and nothing else.
 */

/**
 * A picture of the academy's (an achievement, a seal, a signature) by the SHA-256 of its bytes, in hex; `null`: none.
 */
export type PictureKey = string | null;

export interface Signatory {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly titleZh: string;
  readonly titleEn: string;
  /** A signature to print above the name; since shape 2. */
  readonly picture?: PictureKey;
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
  /** Printed instead of the drawn seal; since shape 2. */
  readonly picture?: PictureKey;
}

/** How demanding an achievement is, least first. */
export const ACHIEVEMENT_LEVELS = ['foundation', 'associate', 'professional', 'expert'] as const;
export type AchievementLevel = (typeof ACHIEVEMENT_LEVELS)[number];

export interface Skill {
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface PrintedAchievement {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly criteriaZh: string;
  readonly criteriaEn: string;
  /** The rest since shape 2. */
  readonly version?: number;
  readonly skills?: readonly Skill[];
  readonly level?: AchievementLevel | null;
  readonly picture?: PictureKey;
}

/** Something measured on the way: an assessment's score, the rate of attendance. */
export interface PrintedResult {
  readonly nameZh: string;
  readonly nameEn: string;
  /** As printed: `87`, `96 %`. */
  readonly value: string;
}

export const PAPER_SHAPES = ['landscape', 'portrait'] as const;
export const BORDERS = ['guilloche', 'frame', 'none'] as const;
export const PAPER_LANGUAGES = ['both', 'zh', 'en'] as const;

/** How the paper is laid out. */
export interface Layout {
  readonly paper: (typeof PAPER_SHAPES)[number];
  readonly border: (typeof BORDERS)[number];
  readonly languages: (typeof PAPER_LANGUAGES)[number];
}

/** What certificates of shape 1 were all laid out like. */
export const FIRST_LAYOUT: Layout = { paper: 'landscape', border: 'guilloche', languages: 'both' };

export interface CertificateFacts {
  /** The shape of this record; a later shape gets the next number. */
  readonly shape: 1 | 2;
  readonly number: string;
  readonly recipient: { readonly name: string; readonly latinName: string | null };
  readonly achievement: PrintedAchievement;
  readonly course: {
    readonly code: string;
    readonly titleZh: string;
    readonly titleEn: string;
    readonly hours: number;
  };
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
  /** Since shape 2. */
  readonly layout?: Layout;
  readonly results?: readonly PrintedResult[];
}

/** Keys of the pictures that a certificate prints. */
export function pictureKeysOf({
  achievement,
  seal,
  signatories,
}: {
  readonly achievement?: Pick<PrintedAchievement, 'picture'>;
  readonly seal: Seal;
  readonly signatories: readonly Signatory[];
}): readonly string[] {
  const keys = [achievement?.picture, seal.picture, ...signatories.map(({ picture }) => picture)];
  return [...new Set(keys.filter((key): key is string => typeof key === 'string'))];
}

/** Whether the paper speaks the language. */
export function speaks({ languages }: Layout, language: 'zh' | 'en'): boolean {
  return languages === 'both' || languages === language;
}
