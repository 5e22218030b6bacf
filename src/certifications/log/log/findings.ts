/** Findings of a check, with their texts: what was found, and what it means. */
export const FINDINGS = {
  headGone: (_: object) => 'The head of the log is gone.',
  edgeWrong: (_: object) => 'The head of the log: its edge does not lead to its root. It was changed.',
  notSigned: (_: object) =>
    'The checkpoint bears no good signature of the academy’s log keys. The head was changed, or signed by somebody else.',
  headNotSigned: ({ size, signed }: { size: number; signed: number }) =>
    `The head says ${size} entries, but what was signed last is a log of ${signed}.`,
  rootWrong: ({ size }: { size: number }) =>
    `The ${size} entries do not lead to the signed root. The log was rewritten.`,
  entryGone: ({ position }: { position: number }) => `Entry ${position} is gone.`,
  entryUnsigned: ({ position }: { position: number }) =>
    `Entry ${position} was put in behind the signed end of the log.`,
  entryAltered: ({ position, number }: { position: number; number: string }) =>
    `Entry ${position} (certificate ${number}) was altered: its bytes no longer have the hash that was signed.`,
  entriesSwapped: ({ position, other }: { position: number; other: number }) =>
    `Entries ${position} and ${other} have changed places.`,
  entryOutOfOrder: ({ position }: { position: number }) =>
    `Entry ${position} is older than the one before it: the order was changed.`,
  entryUnreadable: ({ position, number }: { position: number; number: string }) =>
    `Entry ${position} (certificate ${number}) is not what this log writes.`,
  columnsAltered: ({ position, number }: { position: number; number: string }) =>
    `Entry ${position} (certificate ${number}): the row says other than the bytes that were logged.`,
  hashAltered: ({ level, position }: { level: number; position: number }) =>
    `Hash ${position} in the tiles of level ${level} was altered.`,
  rangeAltered: ({ from, to }: { from: number; to: number }) =>
    `Among entries ${from} to ${to}, entries and their hashes were altered or have changed places.`,
  hashGone: ({ level, position }: { level: number; position: number }) =>
    `Hash ${position} in the tiles of level ${level} is gone.`,
  hashUnsigned: ({ level, position }: { level: number; position: number }) =>
    `Hash ${position} in the tiles of level ${level} belongs to no signed entry.`,
  sinceNotSigned: ({ file }: { file: string }) => `${file}: no good signature of the academy’s log keys.`,
  sinceLonger: ({ file, old, size }: { file: string; old: number; size: number }) =>
    `${file}: it speaks of ${old} entries, and the log has only ${size}. Entries were taken away.`,
  sinceDiffers: ({ file, old }: { file: string; old: number }) =>
    `${file}: the first ${old} entries are not those that were signed then. The log was rewritten.`,
  rowsOutOfOrder: ({ what }: { what: string }) =>
    `${what}: the database does not return the rows in their order, so that not all of them were read. Its file or an index is damaged.`,
  certificatesNotRead: ({ read, count }: { read: number; count: number }) =>
    `${read} certificates were read one after another, and the database counts ${count}. Its file or an index was altered, or there are rows with the same id.`,
  certificateNotRead: ({ number }: { number: string }) =>
    `Certificate ${number}: its row was not among those that were read one after another.`,
  recordAltered: ({ number, fields }: { number: string; fields: string }) =>
    `Certificate ${number}: its row was altered${fields === '' ? '' : ` (${fields})`}.`,
  sealAltered: ({ number }: { number: string }) =>
    `Certificate ${number}: its seal names another credential than was logged.`,
  sealGone: ({ number }: { number: string }) => `Certificate ${number}: it was logged, and its seal is gone.`,
  notLogged: ({ number }: { number: string }) => `Certificate ${number}: it is sealed, and was never logged.`,
  formAltered: ({ number, form }: { number: string; form: string }) =>
    `Certificate ${number}: its ${form} form was altered.`,
  formMisnoted: ({ number, form }: { number: string; form: string }) =>
    `Certificate ${number}: the hash or the length noted of its ${form} form is not that of its bytes.`,
  formGone: ({ number, form }: { number: string; form: string }) => `Certificate ${number}: its ${form} form is gone.`,
  formAdded: ({ number, form }: { number: string; form: string }) =>
    `Certificate ${number}: its ${form} form was put in later.`,
  credentialAltered: ({ number }: { number: string }) =>
    `Certificate ${number}: its credential is not the one that was logged.`,
  revocationNotLogged: ({ number }: { number: string }) =>
    `Certificate ${number}: the records call it revoked, the log knows of no revocation.`,
  revocationUndone: ({ number }: { number: string }) =>
    `Certificate ${number}: the log says it was revoked, the records do not.`,
  revocationAltered: ({ number, what }: { number: string; what: string }) =>
    `Certificate ${number}: the ${what} of its revocation was altered.`,
  replacementNotLogged: ({ number }: { number: string }) =>
    `Certificate ${number}: the records call it replaced, the log knows of no replacement.`,
  replacementUndone: ({ number }: { number: string }) =>
    `Certificate ${number}: the log says it was replaced, the records do not.`,
  replacementAltered: ({ number }: { number: string }) =>
    `Certificate ${number}: the log says that another certificate took its place.`,
  entryWithoutCertificate: ({ position, credential }: { position: number; credential: string }) =>
    `Entry ${position}: the certificate that it is about (credential ${credential.slice(0, 16)}…) is gone.`,
  entryOfAnother: ({ number }: { number: string }) =>
    `Certificate ${number}: its entries are about different credentials.`,
  stray: ({ kind, id }: { kind: string; id: string }) =>
    `A ${kind} of certificate ${id} is there, and the certificate is gone.`,
  notBound: ({ number }: { number: string }) =>
    `Certificate ${number}: no act of this program has issued it. It was put in, or what binds it was taken away.`,
  bindingForged: ({ number }: { number: string }) =>
    `Certificate ${number}: what binds its record was not made with the academy’s master key.`,
  tagsAltered: ({ number }: { number: string }) =>
    `Certificate ${number}: the tags by which its number and address are found were altered or taken away.`,
  numberBoundTwice: ({ certificates }: { certificates: readonly string[] }) =>
    `Certificates ${certificates.join(' and ')} were bound with the same number.`,
  partAltered: ({ number, part }: { number: string; part: string }) => `Certificate ${number}: ${part} was altered.`,
  issuedInSilence: ({ number }: { number: string }) =>
    `Certificate ${number}: its history does not say that it was issued.`,
  historyAltered: ({ number }: { number: string }) =>
    `Certificate ${number}: its history says other than its row (a reason, a time or an event was altered).`,
  backdated: ({ number, stated, act }: { number: string; stated: string; act: string }) =>
    `Certificate ${number}: it says that it was issued on ${stated}, and the act took place on ${act}.`,
  statusPlaceAltered: ({ number }: { number: string }) =>
    `Certificate ${number}: its place in the status list is not the one that its signed credential names.`,
  subjectAltered: ({ number }: { number: string }) =>
    `Certificate ${number}: its seal is about another person than its signed credential.`,
  numberWithoutCertificate: ({ number }: { number: string }) =>
    `Number ${number} is recorded as issued, and no certificate has it. The certificate was taken away.`,
  numberNotIssued: ({ number }: { number: string }) => `Certificate ${number}: its number is recorded as not issued.`,
  numberTwice: ({ number }: { number: string }) => `Number ${number} is on more than one certificate.`,
  sequenceSetBack: ({ scope, next, drawn }: { scope: string; next: number; drawn: number }) =>
    `The numbers ${scope} go on at ${next}, and ${drawn} was drawn already. The sequence was set back.`,
  sequenceForward: ({ scope, next, drawn }: { scope: string; next: number; drawn: number }) =>
    `The numbers ${scope} go on at ${next}, and ${drawn} was drawn last. The sequence was set forward, or what was noted of numbers was taken away.`,
  numberAltered: ({ number }: { number: string }) =>
    `Number ${number}: what is noted of it (its series and place in it, who drew it, when it was drawn and settled) says other than the number and its certificate.`,
  listNotSigned: ({ list }: { list: number }) =>
    `Status list ${list}: it bears no good signature of the academy’s keys.`,
  listMoved: ({ list }: { list: number }) => `Status list ${list}: what was signed is another list.`,
  placeFree: ({ number }: { number: string }) =>
    `Certificate ${number}: its place in the status list is recorded as free and may be given away again.`,
  placeForged: ({ list }: { list: string }) =>
    `Status list ${list}: places are recorded as given away in it that no act has drawn. They were put in.`,
  listBitMissing: ({ list, number }: { list: number; number: string }) =>
    `Status list ${list}: it calls certificate ${number} valid, which was revoked or replaced.`,
  listBitSet: ({ list, index }: { list: number; index: number }) =>
    `Status list ${list}: place ${index} is set, and no certificate there was revoked or replaced.`,
  signedByEndedKey: ({ number, key }: { number: string; key: string }) =>
    `Certificate ${number}: it was signed with key ${key}, which had been retired or declared compromised before. Reissue it.`,
  keyForged: ({ id }: { id: string }) => `Key ${id}: its record was put in or altered.`,
  keyUnfit: ({ id }: { id: string }) => `Key ${id}: its public part does not belong to its private part.`,
  receiptCheckpoint: ({ reference }: { reference: string }) =>
    `Receipt ${reference}: the checkpoint in it does not belong to the log.`,
  receiptForged: ({ reference }: { reference: string }) => `Receipt ${reference}: it was put in or altered.`,
  listAltered: ({ id, filename }: { id: string; filename: string }) =>
    `The employer’s list ${filename} (${id}): what it asks, or what was answered, was put in or altered.`,
  listNotAnswered: ({ id, filename }: { id: string; filename: string }) =>
    `The employer’s list ${filename} (${id}): no job is answering it, and it has no signed answer, or its answer has no time.`,
  checkAltered: ({ id, number }: { id: string; number: string | null }) =>
    `Check ${id} in an employer’s history${number === null ? '' : `, of number ${number}`}: it was put in or altered.`,
  answersUnbound: ({ count, before }: { count: number; before: number }) =>
    `${count} lists and checks of employers have no binding, and there were ${before}: what bound them was taken away.`,
  planAltered: ({ number }: { number: string }) =>
    `The issue under way of number ${number}: its plan was put in, put back or altered.`,
  batchAltered: ({ kind, number }: { kind: string; number: string }) =>
    `The ${kind} under way of certificate ${number}: its batch was put in, put back or altered.`,
  planNotWhole: ({ id, numbers }: { id: string; numbers: string }) =>
    `The issue or batch under way ${id}: its job or its items are not what is left of its plan${numbers === '' ? '' : `. Not done of it: ${numbers}`}.`,
  receiptGone: ({ reference }: { reference: string }) =>
    `Receipt ${reference}: what binds it is there, and the receipt is gone.`,
  pictureAltered: ({ sha256 }: { sha256: string }) =>
    `Picture ${sha256.slice(0, 16)}…: its bytes are not those that certificates print.`,
  pictureGone: ({ sha256, number }: { sha256: string; number: string }) =>
    `Picture ${sha256.slice(0, 16)}…: certificate ${number} prints it, and it is gone.`,
  achievementAltered: ({ code, version, number }: { code: string; version: number; number: string }) =>
    `Achievement ${code}, version ${version}: its text is not what certificate ${number} printed.`,
  templateAltered: ({ version, number }: { version: number; number: string }) =>
    `Certificate template, version ${version}: its wording, its signatories or its seal are not what certificate ${number} printed.`,
  achievementUnlikeVersion: ({ code }: { code: string }) =>
    `Achievement ${code}: what the next certificates print is not what its current version says.`,
  outcomeAltered: ({ name, cohort }: { name: string; cohort: string }) =>
    `Outcome of ${name} in cohort ${cohort}: it, the attendance, a result or a pass score is not what was bound when the cohort was completed, or it contradicts them. It was put in or altered.`,
  outcomeGone: ({ id }: { id: string }) =>
    `Enrolment ${id}: what binds its outcome is there, and the enrolment is gone.`,
  outcomeNotCompleted: ({ number }: { number: string }) =>
    `Certificate ${number}: the enrolment that it was issued for is not recorded as completed, or its attendance or results do not suffice.`,
  resultsAltered: ({ number }: { number: string }) =>
    `Certificate ${number}: the attendance or the results that it printed are not those on record.`,
  courseAltered: ({ cohort, number }: { cohort: string; number: string }) =>
    `Cohort ${cohort}: the title or the hours of its course are not what certificate ${number} printed.`,
  patternGone: ({ scope }: { scope: string }) =>
    `The numbers ${scope}: no certificate template writes them. A number pattern was altered or taken away.`,
  unreadable: ({ what }: { what: string }) => `${what}: it cannot be read. It was altered.`,
  keyGone: ({ id }: { id: string }) => `Key ${id}: its record is gone.`,
  stateForged: (_: object) => 'The record of the register as a whole is gone or was not made with this master key.',
  stateBehind: ({ stored, size }: { stored: number; size: number }) =>
    `The register as a whole was stored last with ${stored} entries in the log, and the head of the log says ${size}. One of them was put back.`,
  setBack: ({ changes, seen }: { changes: number; seen: number }) =>
    `The register has seen ${changes} changes, and this installation has seen ${seen} of them. The database was put back to an earlier state.`,
  leftBehind: (_: object) =>
    'The register is one that was left behind when a backup was restored, or when bind-register was run. It was put back.',
  foreignTrigger: ({ name }: { name: string }) =>
    `Trigger or table ${name}: no migration of this program has made it, or it is something else now. It can change what is stored, or what is read.`,
  indexMissing: ({ name }: { name: string }) =>
    `Index ${name} of the register is gone, altered or not in use: take its text from a new, empty database of this version.`,
  indexAltered: ({ fault }: { fault: string }) =>
    `An index of the register does not say what its table says (${fault}). What is read through it may be anything; REINDEX makes it anew.`,
  bindingsChanged: ({ stored, count }: { stored: number; count: number }) =>
    `What binds the ${count} certificates is not what was stored last (${stored} were bound then). Records were put back to an earlier state, or taken away.`,
  keyForgotten: ({ key }: { key: string }) =>
    `Key ${key}: the audit trail says that it was declared compromised, and its record does not.`,
  actForgotten: ({ number, act }: { number: string; act: string }) =>
    `Certificate ${number}: the audit trail tells of an act (${act}) of which the records know nothing. It was put back.`,
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
