import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may } from '../../accounts/index.js';
import { type Actor, dayOf, isRefused, NotAllowed, NotFound, refuse, refused, type Refused, type Transaction, UnitOfWork } from '../../platform/index.js';
import { Certificate } from '../data/certificate.entity.js';
import { recordEvent } from '../data/life/record-event.js';
import { logStanding } from '../data/log-standing.js';
import { storeCertificates } from '../data/store-certificates.js';
import type { ReplacementClass } from '../domain/reason-classes.js';
import type { CertificationRefusalCode } from '../domain/refusals.js';
import { reissueBlockers } from '../domain/reissuing.js';
import { namesFit, unprintableNames } from '../paper/printable.js';
import { CertificateLetters } from './certificate-letters.js';
import { carryHiding } from './hide-certificate.js';
import { newNumbers, numbering } from './issue-certificates.js';
import { IssuerKeys } from './issuer-keys.js';

export interface Correction {
  readonly reasonClass: ReplacementClass;
  readonly name: string;
  readonly latinName: string | null;
  /** What strangers read in the history of the old one. */
  readonly reason: string;
}

@Injectable()
export class ReissueCertificate {
  constructor(private readonly unitOfWork: UnitOfWork, private readonly letters: CertificateLetters, private readonly keys: IssuerKeys) {}

  /**
   * A new certificate in the place of one that holds (a corrected name) or was revoked (issued anew). The old one stays
   * findable and says which has taken its place; what was earned, and until when it holds, stays the same. @throws NotFound
   */
  async for(actor: Actor, id: string, correction: Correction): Promise<{ id: string; number: string } | Refused<CertificationRefusalCode>> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    const { log } = await this.keys.ready();
    return this.unitOfWork.run(actor, async (tx) => {
      const old = await tx.lock(Certificate, id);
      if (!old) throw new NotFound();
      const reasons = reissueBlockers({
        number: old.number, state: old.state, printed: old.facts.recipient, correction, replacedBy: await replacementOf(tx, old),
        unprintable: unprintableNames(correction), fits: namesFit(correction, old.facts.layout),
      });
      if (reasons.length > 0) return refused(...reasons);
      const outcome = await this.replace(tx, old, correction);
      if (!isRefused(outcome)) await logStanding(tx, log, [outcome.id]);
      return outcome;
    });
  }

  private async replace(tx: Transaction, old: Certificate, { name, latinName, reasonClass, reason }: Correction): Promise<{ id: string; number: string } | Refused<CertificationRefusalCode>> {
    const issuedOn = dayOf(tx.now);
    const [number] = (await newNumbers(tx, { ...numbering({ ...old.facts, issuedOn }, old.achievementId), count: 1 })) ?? [];
    if (number === undefined) return refused<CertificationRefusalCode>(refuse('numbersExhausted'));
    if (old.state === 'valid') {
      await tx.of(Certificate).update({ id: old.id }, { state: 'superseded' });
      await recordEvent(tx, { certificateId: old.id, kind: 'superseded', reason, reasonClass });
    }
    const { enrolmentId, traineeId, achievementId } = old;
    const facts = { ...old.facts, number, issuedOn, recipient: { name, latinName } };
    const [fresh] = await storeCertificates(tx, [{ facts, enrolmentId, traineeId, achievementId, supersedesId: old.id }]);
    if (!fresh) throw new Error('A certificate was not stored');
    await carryHiding(tx, old.id, fresh.id);
    await tx.audit('certificate.reissued', { type: 'certificate', id: old.id, label: old.number }, { replacedBy: number, reasonClass, reason });
    await this.letters.send(tx, 'replaced', { traineeId, token: fresh.token, facts, spoken: { kind: `certificate_reason.${reasonClass}` }, values: { old: old.number, reason } });
    return { id: fresh.id, number };
  }
}

/** The number of the certificate that has its place: its own successor, or another valid one for the same enrolment. */
async function replacementOf(tx: Transaction, { id, enrolmentId, achievementId }: Certificate): Promise<string | null> {
  const [row] = await tx.rows<{ number: string }>(sql`
    SELECT number AS "number" FROM certificate
    WHERE supersedes_id = ${id} OR (id <> ${id} AND enrolment_id = ${enrolmentId} AND achievement_id = ${achievementId} AND state = 'valid')`);
  return row?.number ?? null;
}
