import { Injectable } from '@nestjs/common';
import { AcademyProfile } from '../../../accounts/index.js';
import { ReadDatabase } from '../../../platform/index.js';
import { loadPaperKeys, type PublicKey } from '../../documents/index.js';
import { OpenCertificates } from '../../register/index.js';
import { newestCertificates } from '../data/signed-files.js';

/** Certificates in order whose printed issuer is read; each look-up asks at most `MOST`. */
const ENOUGH = 3;
const MOST = 30;
/** Names kept in memory: an academy is renamed now and then. */
const MOST_KNOWN = 200;

export interface OwnNamesReading {
  readonly names: readonly string[];
  /** Whether enough certificates were in order. Otherwise the academy may have names that are missing here. */
  readonly isComplete: boolean;
}

/**
 * The names under which the academy is known: today's, those on its newest certificates and on any that this process
 * has read, and those of its root certificates. Nothing binds the name in the database. Whoever alters it, or these
 * certificates, must not make a file that uses the real name look like any other issuer's.
 */
@Injectable()
export class OwnNames {
  private readonly known = new Set<string>();

  constructor(
    private readonly profile: AcademyProfile,
    private readonly reads: ReadDatabase,
    private readonly certificates: OpenCertificates,
  ) {}

  /** @param keys the academy's, of any time */
  async execute(keys: readonly PublicKey[]): Promise<OwnNamesReading> {
    const ids = await newestCertificates(this.reads.query, MOST);
    let read = 0;
    for (let from = 0; from < ids.length && read < ENOUGH; from += ENOUGH) {
      const opened = await this.certificates.execute(ids.slice(from, from + ENOUGH));
      for (const { shown } of opened.values()) {
        if (!shown) continue;
        read += 1;
        const { nameZh, nameEn } = shown.certificate.facts.issuer;
        this.learn(nameZh, nameEn);
      }
    }
    const academy = this.profile.current();
    const current = academy ? [academy.nameZh, academy.nameEn] : [];
    return {
      names: [...new Set([...current, ...this.known, ...(await rootNames(keys))])],
      isComplete: read >= Math.min(ENOUGH, ids.length),
    };
  }

  private learn(...names: readonly string[]): void {
    for (const name of names) if (this.known.size < MOST_KNOWN) this.known.add(name);
  }
}

/** The academy's own roots carry its name. */
async function rootNames(keys: readonly PublicKey[]): Promise<string[]> {
  const { organizationOf } = await loadPaperKeys();
  return keys.flatMap(({ kind, material }) =>
    kind === 'paperRoot' && 'certificatePem' in material ? (organizationOf(material.certificatePem) ?? []) : [],
  );
}
