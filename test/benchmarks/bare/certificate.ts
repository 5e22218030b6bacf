import type { Database } from 'better-sqlite3';
import { Clock } from '../../../src/platform/index.js';
import type { CertificateFacts } from '../../../src/certifications/index.js';
import type { CertificateRow, EventRow } from '../../../src/certifications/core/data/certificates.js';
import { ok, standingOn } from '../../../src/certifications/core/domain/verdict.js';
import { certificateView } from '../../../src/certifications/register/web/certificate.page.js';
import { linkedInAddress } from '../../../src/certifications/register/web/keeping.js';
import { stepsView } from '../../../src/certifications/register/web/steps.page.js';
import type { BarePages } from './pages.js';

interface Standing {
  readonly id: string;
  readonly facts: string;
  readonly issuedAt: number;
}

/**
 * `/c/<token>` for the public, of a valid certificate with documents that was never replaced; `null` if there is none.
 */
export function bareCertificate(
  database: Database,
  pages: BarePages,
  publicUrl: string,
): (token: string, url: string) => string | null {
  const { translator } = pages;
  const clock = new Clock();
  const byToken = database.prepare<[string], Standing>(`
    SELECT k.id, k.facts, k.issued_at AS issuedAt FROM certificate k JOIN certificate_seal s ON s.certificate_id = k.id WHERE k.token = ? AND k.state = 'valid' AND k.expires_on IS NULL`);
  const eventsOf = database.prepare<[string], EventRow>(`
    SELECT at, kind, reason, NULL AS reasonClass, actor_name AS actorName FROM certificate_event WHERE certificate_id = ? ORDER BY at DESC, id DESC`);
  return (token, url) => {
    const row = byToken.get(token);
    if (!row) return null;
    const facts = JSON.parse(row.facts) as CertificateFacts;
    const [today, address] = [clock.today(), `${publicUrl}/c/${token}`];
    const certificate: CertificateRow = { ...NOTHING_BESIDE, ...row, token, facts };
    return pages.render(
      'certifications/register/certificate/show',
      {
        ...certificateView({ certificate, events: eventsOf.all(row.id), today, translator }),
        address,
        sealed: true,
        checkedAt: clock.now(),
        linkedIn: linkedInAddress({ facts, address, language: 'zh-CN' }),
        steps: stepsView(
          [ok('register'), ok('unaltered', 'sameAsSigned'), ...standingOn(today, certificate), ok('log')],
          translator,
        ),
      },
      url,
    );
  };
}

/** Values that the page of such a certificate does not show. */
const NOTHING_BESIDE: Omit<CertificateRow, 'id' | 'token' | 'facts' | 'issuedAt'> = {
  traineeId: '',
  enrolmentId: '',
  achievementId: '',
  state: 'valid',
  expiresOn: null,
  revokedAt: null,
  reason: null,
  hidden: false,
  sealed: true,
  replacedBy: null,
  replaces: null,
};
