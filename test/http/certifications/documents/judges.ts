import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { verifyCredential as verifyByConsortium } from '@digitalcredentials/verifier-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedLoader } from '../../../../src/certifications/documents/credential/contexts.js';
import { PACKAGE_ROOT } from '../../../../src/platform/index.js';
import type { TestAcademy } from '../../../support/app.js';

/*
 * What we issue is judged by software of others. It asks for the issuer's document, the status list and the schema
 * over the net; here the academy itself answers, and nobody else can be reached. The consortium's verifier keeps an
 * issuer's document for five seconds: each file of tests therefore opens its academy at an address of its own.
 */

/** How one address is answered instead of by the academy: a status list that is out of reach, for example. */
export type Instead = Readonly<Record<string, () => Promise<Response>>>;

export interface Judgement {
  readonly verified: boolean;
  /** The status bit, as the library read it; `null` where it could not. */
  readonly revoked: boolean | null;
}

const SCHEMA = readFileSync(join(PACKAGE_ROOT, 'src/certifications/documents/credential/ob3-schema.json'), 'utf8');

/**
 * Digital Bazaar’s verifier with the contexts of its own packages;
 * the issuer’s document and the list as the academy serves them now.
 */
export async function judgedByBazaar(academy: TestAcademy, text: string, instead: Instead = {}): Promise<Judgement> {
  const document = JSON.parse((await academy.client(null).get('/.well-known/did.json')).text) as {
    id: string;
    verificationMethod: { id: string; type: string }[];
  };
  const known = new Map<string, object>([[document.id, document]]);
  for (const method of document.verificationMethod)
    known.set(method.id, { '@context': 'https://w3id.org/security/multikey/v1', ...method });
  const pinned = pinnedLoader(known);
  const documentLoader = async (url: string) => {
    if (!url.startsWith(academy.config.publicUrl)) return pinned(url);
    const answer = await (instead[url] ?? (() => asked(academy, url)))();
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
    return { contextUrl: null, documentUrl: url, document: (await answer.json()) as object };
  };
  const now = new Date(academy.clock.now());
  const suite = new DataIntegrityProof({ cryptosuite });
  const outcome = await verifyCredential({
    credential: JSON.parse(text) as object,
    suite,
    documentLoader,
    now,
    checkStatus: (status) =>
      checkStatus({
        ...status,
        suite,
        documentLoader,
        verifyBitstringStatusListCredential: true,
        verifyMatchingIssuers: true,
        now,
      }),
  });
  const status = (outcome as { statusResult?: { results?: { status: boolean }[] } }).statusResult?.results?.[0]?.status;
  return { verified: outcome.verified, revoked: status ?? null };
}

interface Step {
  readonly id: string;
  readonly valid?: boolean;
  readonly error?: { readonly name: string; readonly message: string };
}

export interface Verified {
  readonly log?: readonly Step[];
  readonly errors?: readonly { readonly name: string; readonly message: string }[];
  readonly additionalInformation?: readonly {
    readonly id: string;
    readonly results?: readonly { readonly result: { readonly valid: boolean; readonly errors?: unknown } }[];
  }[];
}

/** How one step ended: `true`, `false`, or the name of why it could not be taken. */
export function step({ log = [] }: Verified, id: string): boolean | string | undefined {
  const found = log.find((entry) => entry.id === id);
  return found?.error ? found.error.name : found?.valid;
}

/** The verifier of the Digital Credentials Consortium; `reached`, where given, gathers whom it asked. */
export async function judgedByConsortium(
  academy: TestAcademy,
  text: string,
  { instead = {}, reached = [] }: { readonly instead?: Instead; readonly reached?: string[] } = {},
): Promise<Verified> {
  const fetching = globalThis.fetch;
  globalThis.fetch = (wanted) => {
    const url = wanted instanceof Request ? wanted.url : String(wanted);
    reached.push(url);
    return (instead[url] ?? (() => asked(academy, url)))();
  };
  try {
    return (await verifyByConsortium({
      credential: JSON.parse(text) as never,
      knownDIDRegistries: [] as never,
    })) as unknown as Verified;
  } finally {
    globalThis.fetch = fetching;
  }
}

async function asked(academy: TestAcademy, url: string): Promise<Response> {
  if (url.includes('purl.imsglobal.org'))
    return new Response(SCHEMA, { headers: { 'content-type': 'application/json' } });
  const { publicUrl } = academy.config;
  if (!url.startsWith(publicUrl)) throw new Error(`${url} cannot be reached`);
  const { status, text, headers } = await academy.client(null).get(url.slice(publicUrl.length));
  return new Response(text, { status, headers: { 'content-type': String(headers['content-type']) } });
}
