import type { Translator } from '../../../platform/index.js';
import { type Verdict, verdictOn } from '../../core/index.js';
import type { OpenedCertificate } from '../data/shown-certificate.js';

/** A line of the office's list, from the record that was checked. */
export interface ListedCertificate {
  readonly id: string;
  readonly number: string;
  readonly recipientName: string;
  readonly recipientLatinName: string | null;
  /** Empty if its record was altered. */
  readonly achievementZh: string;
  readonly achievementEn: string;
  readonly cohortCode: string | null;
  /** `null` if its record was altered. */
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
  /** `unchecked`: its record was altered. */
  readonly verdict: Verdict | 'unchecked';
  readonly verdictWord: string;
}

interface ListingContext {
  readonly today: string;
  readonly translator: Translator;
}

/** Of an altered record only the number that its row has now. */
export function listedCertificate(
  id: string,
  { record, shown }: OpenedCertificate,
  { today, translator }: ListingContext,
): ListedCertificate {
  if (!shown) {
    const verdictWord = translator.t('certificate.verdict_unchecked');
    return {
      id,
      number: record?.number ?? id,
      recipientName: verdictWord,
      recipientLatinName: null,
      achievementZh: '',
      achievementEn: '',
      cohortCode: null,
      issuedOn: null,
      expiresOn: null,
      verdict: 'unchecked',
      verdictWord,
    };
  }
  const { facts, enrolmentId, expiresOn } = shown.certificate;
  const verdict = verdictOn(today, shown.certificate);
  return {
    id,
    number: facts.number,
    recipientName: facts.recipient.name,
    recipientLatinName: facts.recipient.latinName,
    achievementZh: facts.achievement.nameZh,
    achievementEn: facts.achievement.nameEn,
    cohortCode: enrolmentId === null ? null : facts.cohort.code,
    issuedOn: facts.issuedOn,
    expiresOn,
    verdict,
    verdictWord: translator.t(`certificate.verdict_${verdict}`),
  };
}
