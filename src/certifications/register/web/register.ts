import { Injectable } from '@nestjs/common';
import { ReadDatabase, type Translator } from '../../../platform/index.js';
import { employerChecksOf, viewsOf } from '../data/views.js';

/** One look at a certificate, as its holder and the office read it. */
export interface RegisterLine {
  readonly at: number;
  readonly who: string;
  readonly how: string;
  readonly client: string | null;
}

const MOST_SHOWN = 100;

/**
 * Who looked at a certificate and when: by its holder's links, by number and name, and employers by their own records.
 */
@Injectable()
export class Register {
  constructor(private readonly reads: ReadDatabase) {}

  /** The newest first. */
  async of(certificateId: string, translator: Translator): Promise<RegisterLine[]> {
    const { query } = this.reads;
    const looks = (await viewsOf(query, certificateId, MOST_SHOWN)).map(({ at, way, label, client }) => ({
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
    return [...looks, ...checks].sort((one, other) => other.at - one.at).slice(0, MOST_SHOWN);
  }
}

function clientText(client: string, translator: Translator): string {
  const [device = '', ...browser] = client.split(' ');
  return [translator.t(`register.device_${device}`), ...browser].join(' · ');
}
