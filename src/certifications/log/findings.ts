/** What can be wrong with a log, each with its words: what was found, and what it means. */
export const FINDINGS = {
  headGone: (_: object) => 'The head of the log is gone.',
  edgeWrong: (_: object) => 'The head of the log: its edge does not lead to its root. It was changed.',
  notSigned: (_: object) => 'The checkpoint bears no good signature of the academy’s log keys. The head was changed, or signed by somebody else.',
  headNotSigned: ({ size, signed }: { size: number; signed: number }) => `The head says ${size} entries, but what was signed last is a log of ${signed}.`,
  rootWrong: ({ size }: { size: number }) => `The ${size} entries do not lead to the signed root. The log was rewritten.`,
  entryGone: ({ position }: { position: number }) => `Entry ${position} is gone.`,
  entryUnsigned: ({ position }: { position: number }) => `Entry ${position} was put in behind the signed end of the log.`,
  entryAltered: ({ position, number }: { position: number; number: string }) => `Entry ${position} (certificate ${number}) was altered: its bytes no longer have the hash that was signed.`,
  entriesSwapped: ({ position, other }: { position: number; other: number }) => `Entries ${position} and ${other} have changed places.`,
  entryOutOfOrder: ({ position }: { position: number }) => `Entry ${position} is older than the one before it: the order was changed.`,
  entryUnreadable: ({ position, number }: { position: number; number: string }) => `Entry ${position} (certificate ${number}) is not what this log writes.`,
  columnsAltered: ({ position, number }: { position: number; number: string }) => `Entry ${position} (certificate ${number}): the row says other than the bytes that were logged.`,
  hashAltered: ({ level, position }: { level: number; position: number }) => `Hash ${position} in the tiles of level ${level} was altered.`,
  rangeAltered: ({ from, to }: { from: number; to: number }) => `Among entries ${from} to ${to}, entries and their hashes were altered or have changed places.`,
  hashGone: ({ level, position }: { level: number; position: number }) => `Hash ${position} in the tiles of level ${level} is gone.`,
  hashUnsigned: ({ level, position }: { level: number; position: number }) => `Hash ${position} in the tiles of level ${level} belongs to no signed entry.`,
  sinceNotSigned: ({ file }: { file: string }) => `${file}: no good signature of the academy’s log keys.`,
  sinceLonger: ({ file, old, size }: { file: string; old: number; size: number }) => `${file}: it speaks of ${old} entries, and the log has only ${size}. Entries were taken away.`,
  sinceDiffers: ({ file, old }: { file: string; old: number }) => `${file}: the first ${old} entries are not those that were signed then. The log was rewritten.`,
  recordAltered: ({ number, fields }: { number: string; fields: string }) => `Certificate ${number}: its row was altered${fields === '' ? '' : ` (${fields})`}.`,
  sealAltered: ({ number }: { number: string }) => `Certificate ${number}: its seal names another credential than was logged.`,
  sealGone: ({ number }: { number: string }) => `Certificate ${number}: it was logged, and its seal is gone.`,
  notLogged: ({ number }: { number: string }) => `Certificate ${number}: it is sealed, and was never logged.`,
  formAltered: ({ number, form }: { number: string; form: string }) => `Certificate ${number}: its ${form} form was altered.`,
  formGone: ({ number, form }: { number: string; form: string }) => `Certificate ${number}: its ${form} form is gone.`,
  formAdded: ({ number, form }: { number: string; form: string }) => `Certificate ${number}: its ${form} form was put in later.`,
  credentialAltered: ({ number }: { number: string }) => `Certificate ${number}: its credential is not the one that was logged.`,
  revocationNotLogged: ({ number }: { number: string }) => `Certificate ${number}: the records call it revoked, the log knows of no revocation.`,
  revocationUndone: ({ number }: { number: string }) => `Certificate ${number}: the log says it was revoked, the records do not.`,
  revocationAltered: ({ number, what }: { number: string; what: string }) => `Certificate ${number}: the ${what} of its revocation was altered.`,
  replacementNotLogged: ({ number }: { number: string }) => `Certificate ${number}: the records call it replaced, the log knows of no replacement.`,
  replacementUndone: ({ number }: { number: string }) => `Certificate ${number}: the log says it was replaced, the records do not.`,
  replacementAltered: ({ number }: { number: string }) => `Certificate ${number}: the log says that another certificate took its place.`,
} as const;

export type FindingCode = keyof typeof FINDINGS;
export type FindingData<Code extends FindingCode> = Parameters<(typeof FINDINGS)[Code]>[0];

export interface Finding {
  readonly code: FindingCode;
  readonly text: string;
}

export function finding<Code extends FindingCode>(code: Code, data: FindingData<Code>): Finding {
  return { code, text: (FINDINGS[code] as (data: FindingData<Code>) => string)(data) };
}
