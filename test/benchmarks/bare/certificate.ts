import type { Database } from 'better-sqlite3';
import { Clock } from '../../../src/platform/index.js';
import type { CertificateFacts } from '../../../src/certifications/index.js';
import type { BarePages } from './pages.js';

interface Certificate {
  readonly id: string;
  readonly facts: string;
}

interface Event {
  readonly at: number;
  readonly kind: string;
  readonly reason: string | null;
}

/** `/c/<token>` of a certificate that stands and was never replaced, as a stranger reads it; `null` where it is unknown. */
export function bareCertificate(database: Database, pages: BarePages, publicUrl: string): (token: string, url: string) => string | null {
  const { speaker } = pages;
  const clock = new Clock();
  const byToken = database.prepare<[string], Certificate>(`SELECT id, facts FROM certificate WHERE token = ? AND state = 'valid'`);
  const events = database.prepare<[string], Event>('SELECT at, kind, reason FROM certificate_event WHERE certificate_id = ? ORDER BY at DESC, id DESC');
  return (token, url) => {
    const row = byToken.get(token);
    if (!row) return null;
    const facts = JSON.parse(row.facts) as CertificateFacts;
    const lasting = facts.expiresOn === null ? '' : '_until';
    return pages.render('certifications/certificate/show', {
      token, verdict: 'valid', tone: 'good', facts, latinName: facts.recipient.latinName, reason: null, replacedBy: null, replaces: null,
      verdictWord: speaker.say('certificate.verdict_valid'), verdictHeading: speaker.say('certificate.heading_valid'),
      verdictSentence: speaker.say(`certificate.sentence_valid${lasting}`, { name: facts.recipient.name, at: null, until: facts.expiresOn, number: '' }),
      history: events.all(row.id).map(({ at, kind, reason }) => ({ at, title: speaker.say(`certificate.event_${kind}`), detail: reason, by: null, state: 'good' })),
      address: `${publicUrl}/c/${token}`, checkedAt: clock.now(),
    }, url);
  };
}
