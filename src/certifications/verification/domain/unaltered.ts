import { type Check, failed, type FileForm, ok, type Outcome, type Step, unknown } from '../../core/domain/index.js';

/** A file as it came. */
export interface CameFile {
  readonly form: FileForm;
  /** Hex, of the file, or of the token where the file is one. */
  readonly identity: string;
  /** Hex, of the canonical (JCS) form of the credential in it; `null` where there is none. */
  readonly contentHash: string | null;
  /** Says word for word or by its signature what the sealed credential says, though its canonical form is another. */
  readonly sameStatement: boolean;
  readonly checks: readonly Check[];
}

/** What was sealed when the certificate was issued. */
export interface SignedHashes {
  readonly contentHash: string;
  readonly files: readonly { readonly form: string; readonly sha256: string }[];
}

const CARRIED: readonly Step[] = ['format', 'whole', 'signature', 'issuerKey'];

/** The same bytes that were sealed. They are proof by themselves: nobody who signs later can make them. */
export function isSignedFile({ form, identity }: Pick<CameFile, 'form' | 'identity'>, sealed: SignedHashes): boolean {
  return sealed.files.some((file) => file.form === form && file.sha256 === identity);
}

/**
 * Whether a file is what was issued. The same bytes are. JSON that was written anew says the same if its canonical form
 * does and its signature was checked; a PDF, a picture or a token of other bytes is not what was issued, however
 * genuine the credential inside.
 */
export function unaltered(file: CameFile, sealed: SignedHashes): Check {
  if (isSignedFile(file, sealed)) return ok('unaltered');
  const { form, contentHash, checks, sameStatement } = file;
  const same = contentHash === sealed.contentHash;
  if (form !== 'json') return failed('unaltered', same || sameStatement || form === 'jwt' ? 'printedAnew' : 'differs');
  if (!same) return sameStatement ? unknown('unaltered', 'writtenDifferently') : failed('unaltered', 'differs');
  const outcomes = CARRIED.map((step) => outcomeOf(checks, step));
  if (outcomes.includes('failed')) return failed('unaltered', 'printedAnew');
  return outcomes.every((outcome) => outcome === 'ok')
    ? ok('unaltered', 'otherBytes')
    : unknown('unaltered', 'otherBytes');
}

function outcomeOf(checks: readonly Check[], step: Step): Outcome | null {
  return checks.find((check) => check.step === step)?.outcome ?? null;
}
