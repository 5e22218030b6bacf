import { canonical, type CertificateFacts } from '../../core/domain/index.js';
import { type Credential, credentialOf } from './credential.js';

interface Row {
  readonly number: string;
  readonly numberKey: string;
  readonly token: string;
  readonly recipientName: string;
  readonly recipientLatinName: string | null;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly templateVersion: number;
  readonly facts: CertificateFacts;
}

interface SignedFields {
  readonly id: string;
  readonly issuer: { readonly id: string; readonly url: string };
  readonly validFrom: string;
  readonly credentialSubject: { readonly id: string };
  readonly credentialStatus: { readonly statusListCredential: string; readonly statusListIndex: string };
}

/** Fields that cannot be rebuilt from the row. */
const NOT_FROM_THE_ROW = new Set(['proof', 'image']);

/**
 * Fields in which a certificate's row differs from its signed credential or from itself. For naming what was altered,
 * not for detecting it.
 */
export function alteredFields(row: Row, json: string): string[] {
  const { facts } = row;
  const itself: readonly (readonly [string, unknown, unknown])[] = [
    ['number', row.number, facts.number],
    ['number_key', row.numberKey, canonical(facts.number)],
    ['recipient_name', row.recipientName, facts.recipient.name],
    ['recipient_latin_name', row.recipientLatinName, facts.recipient.latinName],
    ['issued_on', row.issuedOn, facts.issuedOn],
    ['expires_on', row.expiresOn, facts.expiresOn],
    ['template_version', row.templateVersion, facts.templateVersion],
  ];
  const columns = itself.filter(([, column, fact]) => column !== fact).map(([name]) => name);
  try {
    return [...columns, ...differences(madeAgain(row, JSON.parse(json) as SignedFields), JSON.parse(json), '')];
  } catch {
    return columns;
  }
}

function madeAgain({ facts, token }: Row, signed: SignedFields): Credential {
  const { credentialStatus: status } = signed;
  return credentialOf(facts, {
    did: signed.issuer.id,
    publicUrl: signed.issuer.url,
    token,
    subjectId: signed.credentialSubject.id,
    issuedAt: Date.parse(signed.validFrom),
    status: { list: Number(status.statusListCredential.split('/').at(-1)), index: Number(status.statusListIndex) },
  });
}

function differences(made: unknown, signed: unknown, path: string): string[] {
  if (Array.isArray(made) && Array.isArray(signed))
    return differences({ ...made }, { ...signed.filter((one) => !isSalted(one)) }, path);
  if (!isObject(made) || !isObject(signed)) return made === signed ? [] : [path];
  const names = new Set([...Object.keys(made), ...Object.keys(signed)]);
  return [...names]
    .filter((name) => !NOT_FROM_THE_ROW.has(name))
    .flatMap((name) => differences(made[name], signed[name], path === '' ? name : `${path}.${name}`));
}

/** The hash of an email address, in credentials from before they left it out. */
function isSalted(value: unknown): boolean {
  return isObject(value) && value['hashed'] === true;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
