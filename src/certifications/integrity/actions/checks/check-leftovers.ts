import { createHash } from 'node:crypto';
import type { QueryFunction } from '../../../../platform/index.js';
import { type Finding, finding } from '../../../log/index.js';
import {
  certificatesOfUnissuedNumbers,
  entriesWithoutCertificate,
  everyPicture,
  numbersGivenTwice,
  numbersWithoutCertificate,
  placesFree,
  placesOutOfLists,
  receiptsGone,
  straysOf,
} from '../../data/verify-reads.js';
import { readableAsync } from '../readable.js';
import { checkNumbers } from './check-numbers.js';

const AT_ONCE = 20;

/** Checks leftovers of missing certificates, numbers without matching certificates, and pictures. */
export async function checkLeftovers(query: QueryFunction): Promise<Finding[]> {
  return [
    ...(await entriesWithoutCertificate(query)).map((entry) => finding('entryWithoutCertificate', entry)),
    ...(await straysOf(query)).map((stray) => finding('stray', stray)),
    ...(await numbersWithoutCertificate(query)).map((number) => finding('numberWithoutCertificate', { number })),
    ...(await certificatesOfUnissuedNumbers(query)).map((number) => finding('numberNotIssued', { number })),
    ...(await numbersGivenTwice(query)).map((number) => finding('numberTwice', { number })),
    ...(await readableAsync('The numbers', () => checkNumbers(query))),
    ...(await placesFree(query)).map((number) => finding('placeFree', { number })),
    ...(await placesOutOfLists(query)).map((list) => finding('placeForged', { list })),
    ...(await receiptsGone(query)).map((reference) => finding('receiptGone', { reference })),
    ...(await readableAsync('The pictures', () => pictureFindings(query))),
  ];
}

/** A picture's key is the hash of its bytes. */
async function pictureFindings(query: QueryFunction): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const some of everyPicture(query, AT_ONCE))
    for (const { sha256, bytes } of some)
      if (createHash('sha256').update(bytes).digest('hex') !== sha256)
        found.push(finding('pictureAltered', { sha256 }));
  return found;
}
