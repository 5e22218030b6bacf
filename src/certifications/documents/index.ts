export * from './domain/index.js';
export type { ExaminedFile } from './actions/file-check/file-check-worker.js';
export { FileChecker } from './actions/file-check/file-checker.js';
export type { Documents } from './actions/workers/documents.js';
export { DocumentWorkers } from './actions/workers/document-workers.js';
export { type AcademyIdentity, hostOfDid } from './credential/academy-claims.js';
export { alteredFields } from './credential/altered-fields.js';
export { type OwnKeys, ownKeysFrom } from './credential/checks/check-keys.js';
export { claimsOf, hasStatus, tokenIn } from './credential/checks/read-claims.js';
export { isSameStatement } from './credential/checks/same-statement.js';
export { didDocument } from './credential/did-document.js';
export { didOf, logNameOf } from './credential/did.js';
export { contentHash, fileHash, identityOf } from './credential/fingerprints.js';
export { assembleRing, type OpenKey } from './credential/keys/assemble-ring.js';
export { type KeyRing, LogKey, logVerifierKey, type PublicKey } from './credential/keys/key-ring.js';
export { loadPaperKeys } from './credential/keys/load-paper-keys.js';
export { type MadeKey, makeAssertionKey, makeJwtKey, makeLogKey } from './credential/keys/make-keys.js';
export type { PaperNames } from './credential/keys/paper-keys.js';
export { publicFits } from './credential/keys/public-fits.js';
export { readersTakeItsPurpose } from './credential/keys/reader-purposes.js';
export { decryptSecret, encryptSecret } from './credential/keys/encrypted-secret.js';
export { isListSigned } from './credential/list-signature.js';
export { readPkcs12 } from './credential/pkcs12/read-pkcs12.js';
export { signerStanding } from './credential/checks/check-signer.js';
export { signersIn } from './credential/signers-in.js';
export { signedText } from './credential/signed-text.js';
export { credentialHash, signListCredential, signText } from './credential/signing.js';
export {
  bitsIn,
  growsOld,
  indexesIn,
  isTextOfList,
  listNumberIn,
  STATUS_LIST_LENGTH,
  statusListOf,
} from './credential/status-list.js';
export { statusPositionIn, subjectIn } from './credential/status-position.js';
export { CertificateDocument } from './data/certificate-document.entity.js';
export { SignedCertificate } from './data/signed-certificate.entity.js';
export { countWithoutDocuments, documentBytes, withoutDocuments } from './data/document-reads.js';
export { storeSignedCertificates } from './data/store-signed-certificates.js';
export { documentProviders } from './documents.providers.js';
export { documentMessages } from './messages/index.js';
export { namesFit, paperFaults, unprintableNames } from './paper/printable.js';
export { type Printable, Printing } from './paper/printing.js';
export { sampleImage, sizeOn, unissued } from './web/sample-image.js';
