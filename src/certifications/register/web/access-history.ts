import { Injectable } from '@nestjs/common';
import { ReadDatabase, type Translator } from '../../../platform/index.js';
import { employerChecksOf, viewsOf } from '../data/views.js';

/** One access to a certificate, for its holder and the office. */
export interface AccessLine {
  readonly at: number;
  readonly who: string;
  readonly how: string;
  readonly client: string | null;
}

const MOST_SHOWN = 100;

/**
 * Access history of a certificate: views by share link or by number and name, and checks by employers.
 */
@Injectable()
export class AccessHistory {
  constructor(private readonly reads: ReadDatabase) {}

  /** Newest first. */
  async of(certificateId: string, translator: Translator): Promise<AccessLine[]> {
    const { query } = this.reads;
    const views = (await viewsOf(query, certificateId, MOST_SHOWN)).map(({ at, way, label, client }) => ({
      at,
      who: label ?? translator.t('register.somebody'),
      how: translator.t(`register.way_${way}`),
      client: clientText(client, translator),
    }));
    const checks = (await employerChecksOf(query, certificateId, MOST_SHOWN)).map(({ at, employer, purpose }) => ({
      at,
      who: employer ?? translator.t('register.an_employer'),
      how:
        purpose === null
          ? translator.t('register.way_employer')
          : translator.t('register.way_employer_for', { purpose }),
      client: null,
    }));
    return [...views, ...checks].sort((one, other) => other.at - one.at).slice(0, MOST_SHOWN);
  }
}

function clientText(client: string, translator: Translator): string {
  const [device = '', ...browser] = client.split(' ');
  return [translator.t(`register.device_${device}`), ...browser].join(' · ');
}
