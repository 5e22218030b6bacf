import sql from 'sql-template-tag';
import { SignCertificates } from '../../../../src/certifications/issuing/actions/sign-certificates.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import type { TestAcademy } from '../../../support/app.js';

export interface Place {
  readonly list: number;
  readonly index: number;
}

/** Where the bit of an issued certificate stands; it gets its documents now where it has none yet. */
export async function placeOf(academy: TestAcademy, certificateId: string): Promise<Place> {
  await academy.app.get(SignCertificates).execute();
  const place = await academy.app
    .get(ReadDatabase)
    .first<Place>(
      sql`SELECT status_list AS "list", status_index AS "index" FROM certificate_seal WHERE certificate_id = ${certificateId}`,
    );
  if (!place) throw new Error('The certificate was not sealed');
  return place;
}
