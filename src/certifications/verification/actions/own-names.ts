import { Injectable } from '@nestjs/common';
import { AcademyProfile } from '../../../accounts/index.js';
import { ReadDatabase } from '../../../platform/index.js';
import { OpenCertificates } from '../../register/index.js';
import { newestCertificates } from '../data/signed-files.js';

/** Certificates whose printed issuer is asked. */
const SOME = 3;

/**
 * The names under which the academy is known: today's, and those on its newest certificates. Nothing binds the name in
 * the database. Whoever alters it must not make a file that uses the real name look like any other issuer's.
 */
@Injectable()
export class OwnNames {
  constructor(
    private readonly profile: AcademyProfile,
    private readonly reads: ReadDatabase,
    private readonly certificates: OpenCertificates,
  ) {}

  async execute(): Promise<string[]> {
    const academy = this.profile.current();
    const opened = await this.certificates.execute(await newestCertificates(this.reads.query, SOME));
    const printed = [...opened.values()].flatMap(({ shown }) => (shown ? [shown.certificate.facts.issuer] : []));
    return [...new Set([...(academy ? [academy] : []), ...printed].flatMap(({ nameZh, nameEn }) => [nameZh, nameEn]))];
  }
}
