import {
  type Check,
  failed,
  type FileForm,
  type NothingWhy,
  ok,
  unknown,
  type Why,
} from '../../../core/domain/index.js';
import { type CheckedMessage, checkMessage } from './check-cms.js';
import { type CheckedCredential, checkJson } from './check-json.js';
import { checkJwt, isToken, LOOKS_LIKE_JWT } from './check-jwt.js';
import { keyCheck, type OwnKeys } from './check-keys.js';
import {
  boundedJson,
  isRecord,
  type JsonRecord,
  MOST_CREDENTIAL_BYTES,
  MOST_FILE_BYTES,
  Unreadable,
  utf8,
} from './check-limits.js';
import { type PdfSignature, readPdf } from './check-pdf.js';
import { isPicture, readPicture } from './check-png.js';
import type { Period } from './read-claims.js';
import { signerStanding } from './check-signer.js';
import { worst } from './check-sum.js';
import { keyFault } from './key-faults.js';
import { isOfLog, withoutStatusList } from './other-documents.js';
import { asUtf8, trimmedText } from './text-of.js';

/** What a file proves by itself, without the register. */
export interface CheckedFile {
  readonly form: FileForm | null;
  /** `format`, `whole`, `signature`, `issuerKey`: one of each at most. */
  readonly checks: readonly Check[];
  /** The credential in it; trust it only if no check failed. */
  readonly credential: JsonRecord | null;
  readonly issuerId: string | null;
  readonly statement?: JsonRecord | null;
  readonly payload?: JsonRecord;
  readonly period?: Period;
  /** Whether it names the academy as issuer, or has its signature. */
  readonly ours: boolean;
}

/**
 * Checks a file of any kind, recognized by content, not by name. Fetches nothing and never throws because of its
 * content.
 */
export async function checkFile(received: Buffer, keys: OwnKeys): Promise<CheckedFile> {
  const bytes = received.length > MOST_FILE_BYTES ? received : asUtf8(received);
  const form = formOf(bytes);
  const refusedAs = (...checks: Check[]): CheckedFile => ({
    form,
    checks,
    credential: null,
    issuerId: null,
    ours: false,
  });
  if (bytes.length === 0) return refusedAs(failed('format', 'fileEmpty'));
  if (bytes.length > MOST_FILE_BYTES) return refusedAs(failed('format', 'fileTooLarge'));
  if (form === null) return refusedAs(failed('format', whyUnknown(bytes)));
  try {
    if (form === 'pdf') return await checkPdf(bytes, keys);
    if (form === 'png') return await checkPng(bytes, keys);
    return checkedFile(form, await checkText(utf8(bytes), keys));
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault;
    return refusedAs(...worst([ok('format'), unreadable(fault.why)]));
  }
}

export function formOf(bytes: Buffer): FileForm | null {
  if (isPicture(bytes)) return 'png';
  // PDF readers accept up to a kilobyte before the PDF mark; in a credential the mark may be ordinary text.
  if (bytes.subarray(0, 1024).includes('%PDF-') && !isJsonObject(bytes)) return 'pdf';
  const text = bytes.subarray(0, MOST_CREDENTIAL_BYTES).toString('utf8');
  const trimmed = trimmedText(text);
  if (trimmed.startsWith('{')) return 'json';
  return isToken(trimmed) ? 'jwt' : null;
}

function isJsonObject(bytes: Buffer): boolean {
  if (bytes.length > MOST_CREDENTIAL_BYTES) return false;
  try {
    return isRecord(JSON.parse(trimmedText(utf8(bytes))));
  } catch {
    return false;
  }
}

function whyUnknown(bytes: Buffer): NothingWhy {
  if (looksWrapped(bytes)) return 'wrapped';
  return isOfLog(bytes) ? 'logFile' : 'fileUnknown';
}

/** A list of credentials, or JSON written out in a JSON text, as wallets and scripts export them. */
function looksWrapped(bytes: Buffer): boolean {
  const [first] = trimmedText(bytes.subarray(0, 100).toString('utf8'));
  return (first === '[' || first === '"') && bytes.includes('VerifiableCredential');
}

/**
 * Two credentials mean an altered file; other unreadable files are not known to be altered.
 */
function unreadable(why: Unreadable['why']): Check {
  return why === 'severalCredentials' ? failed('whole', why) : failed('format', why);
}

async function checkText(text: string, keys: OwnKeys): Promise<CheckedCredential> {
  const trimmed = trimmedText(text);
  if (LOOKS_LIKE_JWT.test(trimmed)) return withoutStatusList(await checkJwt(trimmed, keys));
  if (isToken(trimmed)) throw new Unreadable('fileDamaged');
  const credential = boundedJson(trimmed);
  return withFault(withoutStatusList(await checkJson(credential, keys)), keyFault(trimmed));
}

/** Without a credential, the way the file is written is no fault. */
function withFault(checked: CheckedCredential, why: Why | null): CheckedCredential {
  const readable = checked.checks.every(({ step }) => step !== 'format');
  return why !== null && readable ? { ...checked, checks: [...checked.checks, failed('whole', why)] } : checked;
}

async function checkPng(bytes: Buffer, keys: OwnKeys): Promise<CheckedFile> {
  const { credential, appended } = readPicture(bytes);
  return checkedFile('png', await checkText(credential, keys), {
    checks: [appended ? failed('whole', 'appended') : ok('whole')],
    ours: false,
  });
}

async function checkPdf(bytes: Buffer, keys: OwnKeys): Promise<CheckedFile> {
  const { signatures, credential, fault, cutOff } = readPdf(bytes);
  const around = signedBy(signatures, keys);
  if ((cutOff && fault !== 'fileTooDeep') || around.onlyPadded)
    return checkedFile('pdf', null, { checks: [unreadable('fileDamaged')], ours: false });
  const beside = (why: Unreadable['why']): CheckedFile =>
    checkedFile('pdf', null, { ...around, checks: [...(signatures.length > 0 ? around.checks : []), unreadable(why)] });
  if (fault) return beside(fault);
  try {
    return checkedFile('pdf', credential === null ? null : await checkText(credential, keys), around);
  } catch (error) {
    if (error instanceof Unreadable) return beside(error.why);
    throw error;
  }
}

/** What the container proves, apart from the credential in it. */
interface Around {
  readonly checks: readonly Check[];
  readonly ours: boolean;
}

interface SignatureContent extends Around {
  /** It is the academy's, its signature is correct, and only zeros and white space follow. */
  readonly onlyPadded: boolean;
}

interface JudgedSignature {
  readonly place: PdfSignature;
  readonly message: CheckedMessage;
}

/**
 * The signature that covers the whole file counts; if there is none, the last one. One that cannot be judged, such as
 * an archive's time stamp, counts only where no other can.
 */
function countingSignature(signatures: readonly PdfSignature[]): JudgedSignature | null {
  const unjudged: JudgedSignature[] = [];
  for (const place of new Set([...signatures.filter(({ whole }) => whole), ...signatures.toReversed()])) {
    const message = checkMessage(place.message, place.signed);
    if (!message.unreadable) return { place, message };
    unjudged.push({ place, message });
  }
  return unjudged[0] ?? null;
}

function signedBy(signatures: readonly PdfSignature[], keys: OwnKeys): SignatureContent {
  const counting = countingSignature(signatures);
  if (!counting)
    return {
      checks: [unknown('whole', 'notSigned'), unknown('signature', 'notSigned')],
      ours: false,
      onlyPadded: false,
    };
  const { fits, unreadable: notJudged, signer } = counting.message;
  const standing = fits ? signerStanding(signer, keys) : 'others';
  const signature = fits
    ? ok('signature')
    : notJudged
      ? unknown('signature', 'unknownProof')
      : failed('signature', 'signatureWrong');
  const key = standing === 'others' ? unknown('issuerKey', 'signerUnknown') : keyCheck(standing);
  const ours = standing !== 'others';
  const onlyPadded = fits && ours && counting.place.followedByPadding && !counting.place.padded;
  return { checks: [coverOf(counting.place, fits && !ours), signature, key], ours, onlyPadded };
}

/**
 * Files signed by others may legitimately continue after the signature, for example with a time stamp: do not call them
 * altered.
 */
function coverOf({ whole, followed, padded }: PdfSignature, ofOthers: boolean): Check {
  if (padded) return failed('whole', 'hiddenBytes');
  if (whole) return ok('whole');
  const why = followed ? 'appended' : 'partlySigned';
  return ofOthers ? unknown('whole', why) : failed('whole', why);
}

function checkedFile(
  form: FileForm,
  inside: CheckedCredential | null,
  around: Around = { checks: [], ours: false },
): CheckedFile {
  const checks = worst([ok('format'), ...around.checks, ...(inside?.checks ?? [])]);
  return {
    form,
    checks,
    credential: inside?.credential ?? null,
    issuerId: inside?.issuerId ?? null,
    ...(inside?.statement === undefined ? {} : { statement: inside.statement }),
    ...(inside?.payload ? { payload: inside.payload } : {}),
    ...(inside?.period ? { period: inside.period } : {}),
    ours: around.ours || inside?.ours === true,
  };
}
