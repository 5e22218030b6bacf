import { createHash } from 'node:crypto';
import type { QueryFunction } from '../../../platform/index.js';
import { type Finding, finding } from '../../log/index.js';
import {
  certificatesOfUnissuedNumbers,
  entriesWithoutCertificate,
  numbersGivenTwice,
  numbersWithoutCertificate,
  picturesAfter,
  sequencesSetBack,
  straysOf,
} from '../data/verify-reads.js';

const AT_ONCE = 20;

/** What is left of certificates that are gone, numbers that do not agree with certificates, and pictures. */
export async function checkRegisterTables(ask: QueryFunction): Promise<Finding[]> {
  return [
    ...(await entriesWithoutCertificate(ask)).map((entry) => finding('entryWithoutCertificate', entry)),
    ...(await straysOf(ask)).map((stray) => finding('stray', stray)),
    ...(await numbersWithoutCertificate(ask)).map((number) => finding('numberWithoutCertificate', { number })),
    ...(await certificatesOfUnissuedNumbers(ask)).map((number) => finding('numberNotIssued', { number })),
    ...(await numbersGivenTwice(ask)).map((number) => finding('numberTwice', { number })),
    ...(await sequencesSetBack(ask)).map((sequence) => finding('sequenceSetBack', sequence)),
    ...(await pictureFindings(ask)),
  ];
}

/** A picture is known by the hash of its bytes. */
async function pictureFindings(ask: QueryFunction): Promise<Finding[]> {
  const found: Finding[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const some = await picturesAfter(ask, after, AT_ONCE);
    for (const { sha256, bytes } of some) {
      if (createHash('sha256').update(bytes).digest('hex') !== sha256)
        found.push(finding('pictureAltered', { sha256 }));
    }
    after = some.at(-1)?.sha256;
  }
  return found;
}
