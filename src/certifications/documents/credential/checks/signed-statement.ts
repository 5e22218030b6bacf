import jsonld, { type GraphNode } from 'jsonld';
import { pinnedLoader } from '../contexts.js';
import type { Canonize } from '../data-integrity.js';
import { isRecord, type JsonRecord } from './check-limits.js';
import { isUnambiguous } from './read-claims.js';
import { idOf, listed } from './reading.js';

/*
 * A Data Integrity proof signs the graph that a JSON-LD text describes, and the same graph can be written in many ways:
 * terms as full addresses or under `@nest`, one node in several places, members of a set in any order. Whoever holds a
 * credential can rewrite it without breaking the signature, so what it says is read from the graph.
 */

/** A term that is read, by its addresses in the pinned contexts. */
interface TermReading {
  readonly addresses: readonly string[];
  /** Terms read in the node that it leads to. */
  readonly inside?: Terms;
}

type Terms = Readonly<Record<string, TermReading>>;
type Graph = ReadonlyMap<string, GraphNode>;

const CREDENTIALS = 'https://www.w3.org/2018/credentials#';
const CREDENTIAL = `${CREDENTIALS}VerifiableCredential`;
const BADGES = [
  'https://purl.imsglobal.org/spec/vc/ob/vocab.html#',
  'https://imsglobal.github.io/openbadges-specification/ob_v3p0.html#',
];
const ofCredentials = (term: string): TermReading => ({ addresses: [CREDENTIALS + term] });
const ofBadges = (terms: readonly string[], inside: Terms = {}): TermReading => ({
  addresses: BADGES.flatMap((vocabulary) => terms.map((term) => vocabulary + term)),
  inside,
});
const NAME: TermReading = { addresses: ['https://schema.org/name'] };

/** What is read of a credential. The published contexts spell some addresses in several ways. */
export const READ_TERMS: Terms = {
  name: NAME,
  issuer: { ...ofCredentials('issuer'), inside: { name: NAME } },
  validFrom: ofCredentials('validFrom'),
  validUntil: ofCredentials('validUntil'),
  issuanceDate: ofCredentials('issuanceDate'),
  expirationDate: ofCredentials('expirationDate'),
  credentialStatus: ofCredentials('credentialStatus'),
  credentialSubject: {
    ...ofCredentials('credentialSubject'),
    inside: {
      name: NAME,
      identifier: ofBadges(['identifier', 'Identifier'], {
        identityHash: ofBadges(['identityHash']),
        identityType: ofBadges(['identityType']),
        hashed: ofBadges(['hashed']),
      }),
      achievement: ofBadges(['achievement', 'achievement-0', 'Achievement'], {
        name: NAME,
        creator: ofBadges(['creator', 'Profile'], { name: NAME }),
      }),
    },
  },
};

/**
 * What a credential with a correct proof says, however it is written: the same for all texts of the same graph.
 * `null` if the graph does not say it of one credential of this issuer, of one holder, with one value for each day.
 */
export async function signedStatement(
  credential: JsonRecord,
  issuerId: string,
  canonize: Canonize,
): Promise<JsonRecord | null> {
  const unsigned = Object.fromEntries(Object.entries(credential).filter(([key]) => key !== 'proof'));
  const nodes = await nodesOf(unsigned, canonize);
  const [root, ...others] = rootsOf(nodes);
  if (root === undefined || others.length > 0) return null;
  const graph: Graph = new Map(nodes.map((node) => [node['@id'], node]));
  const statement = recordOf(root, READ_TERMS, graph);
  return idOf(statement.issuer) === issuerId && isUnambiguous(statement) ? statement : null;
}

/** In the order of the canonical form, so that nodes and members of sets have the same order in all texts. */
async function nodesOf(document: JsonRecord, canonize: Canonize): Promise<readonly GraphNode[]> {
  try {
    const quads = await canonize(document, { documentLoader: pinnedLoader() });
    return await jsonld.fromRDF(quads, { format: 'application/n-quads' });
  } catch {
    return [];
  }
}

/** Credentials that are not part of another node, as an endorsement is. */
function rootsOf(nodes: readonly GraphNode[]): GraphNode[] {
  const parts = new Set(
    nodes.flatMap((node) => Object.keys(node).flatMap((address) => valuesOf(node, address))).map(targetOf),
  );
  return nodes.filter((node) => node['@type']?.includes(CREDENTIAL) === true && !parts.has(node['@id']));
}

/** The values of a property; `@id` and `@type` are none. */
function valuesOf(node: GraphNode, address: string): readonly JsonRecord[] {
  return listed(node[address]).filter(isRecord);
}

function targetOf({ '@id': id }: JsonRecord): string | null {
  return typeof id === 'string' ? id : null;
}

function recordOf(node: GraphNode, terms: Terms, graph: Graph): JsonRecord {
  const id = node['@id'];
  const read = Object.entries(terms).flatMap(([term, { addresses, inside }]) => {
    const values = addresses
      .flatMap((address) => valuesOf(node, address))
      .map((value) => readValue(value, inside ?? {}, graph));
    return values.length === 0 ? [] : [[term, values.length === 1 ? values[0] : values] as const];
  });
  return {
    ...(id.startsWith('_:') ? {} : { id }),
    type: (node['@type'] ?? []).map((address) => address.split(/[/#:]/).at(-1)),
    ...Object.fromEntries(read),
  };
}

/** A node with what is read in it, or a literal as plain JSON writes it. */
function readValue(value: JsonRecord, inside: Terms, graph: Graph): unknown {
  const target = targetOf(value);
  if (target !== null) return recordOf(graph.get(target) ?? { '@id': target }, inside, graph);
  const { '@value': literal, '@type': type } = value;
  // Some published contexts misspell the scheme of this address.
  return typeof type === 'string' && type.endsWith('XMLSchema#boolean')
    ? literal === 'true' || literal === '1'
    : literal;
}
