import { createHash } from 'node:crypto';
import type { PictureBytes } from '../../../../platform/index.js';
import type { CertificateFacts, DocumentKind } from '../../../core/domain/index.js';
import { bake } from '../../credential/bake.js';
import { credentialOf } from '../../credential/credential.js';
import type { KeyRing } from '../../credential/keys/key-ring.js';
import { credentialHash, jwtOf, signCredential } from '../../credential/signing.js';
import { badgeFrom, drawBadge } from '../../paper/badge.js';
import { composeCertificate, type PaperPictures, pictureNamed } from '../../paper/compose.js';
import { pdfOf } from '../../paper/drawing/pdf.js';
import { signPdf } from '../../paper/sign-pdf.js';

/*
 * Runs in worker threads: it must import only drawing, cryptography and plain rules, not the application.
 */

/** All data that a certificate's documents are made from; plain data, for a worker thread. */
export interface Draft {
  readonly facts: CertificateFacts;
  readonly token: string;
  /** `urn:uuid:…` */
  readonly subjectUrn: string;
  readonly statusList: number;
  readonly statusIndex: number;
  /** Epoch milliseconds: when it was or is issued, and when these documents are made. */
  readonly issuedAt: number;
  readonly at: number;
  /** The facts' days as each language prints them. */
  readonly days: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
  /** Pictures that the facts name, by their keys. */
  readonly pictures: Readonly<Record<string, PictureBytes>>;
}

/** Keys for the workers, and the issuer's address. */
export type DocumentKeys = Pick<KeyRing, 'did' | 'assertion' | 'jwt' | 'paper'> & { readonly publicUrl: string };

export interface Documents {
  readonly forms: Readonly<Record<DocumentKind, Uint8Array>>;
  readonly credentialHash: string;
}

/**
 * The four documents of a certificate, all from one record. About 80 ms.
 * @throws UnsoundCredential if the result fails its own check
 * @throws Error if the facts name a picture that was not given
 */
export async function makeDocuments(draft: Draft, keys: DocumentKeys): Promise<Documents> {
  const { facts, token, issuedAt, at } = draft;
  const { did, publicUrl } = keys;
  const unsigned = credentialOf(facts, {
    did,
    publicUrl,
    token,
    subjectId: draft.subjectUrn,
    status: { list: draft.statusList, index: draft.statusIndex },
    issuedAt,
  });
  const json = await signCredential(unsigned, keys.assertion, at);
  const pictures = new Map(Object.entries(draft.pictures));
  const picture = composeCertificate({
    facts,
    address: `${publicUrl}/c/${token}`,
    days: printersOf(draft),
    stamp: null,
    pictures,
  });
  const attached = {
    name: 'credential.json',
    type: 'application/json',
    bytes: Buffer.from(json),
    description: 'Open Badges 3.0 credential',
  };
  const paper = await pdfOf(picture, { author: facts.issuer.nameZh, at: issuedAt, attached });
  return {
    forms: {
      json: Buffer.from(json),
      jwt: Buffer.from(await jwtOf(unsigned, keys.jwt)),
      png: bake(await badgeOf(facts, pictures), json),
      pdf: await signPdf(paper, {
        signer: keys.paper,
        at,
        reason: `${facts.wording.headingZh || facts.wording.headingEn} ${facts.number}`,
      }),
    },
    credentialHash: credentialHash(json),
  };
}

function printersOf({ days }: Draft): { readonly zh: (day: string) => string; readonly en: (day: string) => string } {
  return { zh: (day) => days[day]?.zh ?? day, en: (day) => days[day]?.en ?? day };
}

const badges = new Map<string, Buffer>();
const MOST_BADGES = 40;

/** The achievement's own picture, or a drawn one; shared by a whole cohort. */
async function badgeOf({ achievement, issuer }: CertificateFacts, pictures: PaperPictures): Promise<Buffer> {
  const own = pictureNamed(achievement.picture, pictures);
  // By what is drawn: the bytes, not the key that the facts name.
  const drawn = own && createHash('sha256').update(own.bytes).digest('hex');
  const key = JSON.stringify([drawn, achievement.nameZh, achievement.nameEn, issuer]);
  const cached = badges.get(key);
  if (cached) return cached;
  const badge = own ? await badgeFrom(own.bytes) : drawBadge(achievement, issuer);
  if (badges.size >= MOST_BADGES) badges.clear();
  badges.set(key, badge);
  return badge;
}
