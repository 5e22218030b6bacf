import type { Check, FileForm } from '../domain/verification.js';
import { failed, ok, unknown } from '../domain/verdict.js';
import { checkMessage, isTrusted } from './check-cms.js';
import { type CheckedCredential, checkJson } from './check-json.js';
import { checkJwt, LOOKS_LIKE_JWT } from './check-jwt.js';
import type { OwnKeys } from './check-keys.js';
import { boundedJson, type JsonRecord, MOST_CREDENTIAL_BYTES, MOST_FILE_BYTES, Unreadable, utf8 } from './check-limits.js';
import { type PdfSignature, readPdf } from './check-pdf.js';
import { PNG_BEGINS, readPicture } from './check-png.js';
import { worst } from './check-sum.js';

/** What a file proves by itself, before the register is asked. */
export interface CheckedFile {
  readonly form: FileForm | null;
  /** `format`, `whole`, `signature`, `issuerKey`: one of each at most. */
  readonly checks: readonly Check[];
  /** The credential in it; believed only where no check failed. */
  readonly credential: JsonRecord | null;
  readonly issuerId: string | null;
  /** It names the academy as its issuer, or carries the academy's signature. */
  readonly ours: boolean;
}

/** Checks a file of any form, by what it is and not by what it is called. Fetches nothing and never throws for what is in it. */
export async function checkFile(bytes: Buffer, keys: OwnKeys): Promise<CheckedFile> {
  const form = formOf(bytes);
  const refusedAs = (check: Check): CheckedFile => ({ form, checks: [check], credential: null, issuerId: null, ours: false });
  if (bytes.length === 0) return refusedAs(failed('format', 'fileEmpty'));
  if (bytes.length > MOST_FILE_BYTES) return refusedAs(failed('format', 'fileTooLarge'));
  if (form === null) return refusedAs(failed('format', 'fileUnknown'));
  try {
    if (form === 'pdf') return await checkPdf(bytes, keys);
    if (form === 'png') return await checkPng(bytes, keys);
    return told(form, await checkText(utf8(bytes), keys));
  } catch (fault) {
    if (fault instanceof Unreadable) return refusedAs(failed('format', fault.why));
    throw fault;
  }
}

export function formOf(bytes: Buffer): FileForm | null {
  if (bytes.subarray(0, PNG_BEGINS.length).equals(PNG_BEGINS)) return 'png';
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  const begins = bytes.subarray(0, MOST_CREDENTIAL_BYTES).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '').trim();
  if (begins.startsWith('{')) return 'json';
  return begins.startsWith('eyJ') && LOOKS_LIKE_JWT.test(begins) ? 'jwt' : null;
}

function checkText(text: string, keys: OwnKeys): Promise<CheckedCredential> {
  const plain = text.replace(/^\ufeff/, '').trim();
  return LOOKS_LIKE_JWT.test(plain) ? checkJwt(plain, keys) : checkJson(boundedJson(plain), keys);
}

async function checkPng(bytes: Buffer, keys: OwnKeys): Promise<CheckedFile> {
  const { credential, appended } = readPicture(bytes);
  return told('png', await checkText(credential, keys), { checks: [appended ? failed('whole', 'appended') : ok('whole')], ours: false });
}

async function checkPdf(bytes: Buffer, keys: OwnKeys): Promise<CheckedFile> {
  const { signatures, credential } = readPdf(bytes);
  const attached = credential === null ? null : await checkText(credential, keys);
  return told('pdf', attached, signedBy(signatures, keys));
}

/** What the form itself proves, beside the credential in it. */
interface Around {
  readonly checks: readonly Check[];
  readonly ours: boolean;
}

/** The signature that covers the whole file counts; where none does, the last one says what happened. */
function signedBy(signatures: readonly PdfSignature[], keys: OwnKeys): Around {
  const one = signatures.find(({ whole }) => whole) ?? signatures.at(-1);
  if (!one) return { checks: [unknown('whole', 'notSigned'), unknown('signature', 'notSigned')], ours: false };
  const { fits, signer } = checkMessage(one.message, one.signed);
  const ours = signer !== null && isTrusted(signer, keys.paper);
  const whole = one.whole ? ok('whole') : failed('whole', one.followed ? 'appended' : 'partlySigned');
  const key = ours && fits ? ok('issuerKey') : unknown('issuerKey', 'signerUnknown');
  return { checks: [whole, fits ? ok('signature') : failed('signature', 'signatureWrong'), key], ours: ours && fits };
}

function told(form: FileForm, inside: CheckedCredential | null, around: Around = { checks: [], ours: false }): CheckedFile {
  const checks = worst([ok('format'), ...around.checks, ...(inside?.checks ?? [])]);
  return { form, checks, credential: inside?.credential ?? null, issuerId: inside?.issuerId ?? null, ours: around.ours || inside?.ours === true };
}
