import { Injectable } from '@nestjs/common';
import { employerOfAccount } from '../../../employers/index.js';
import { type Actor, ReadDatabase, UnitOfWork } from '../../../platform/index.js';
import type { NumberAndName, Verification } from '../../core/index.js';
import { stillSo } from '../data/still-so.js';
import { CheckForEmployer, type KeptAnswer } from './check-for-employer.js';
import { CountTries, type ToldAnswer } from './count-tries.js';
import { VerifyCertificate } from './verify-certificate.js';

interface Own {
  readonly id: string;
  readonly name: string;
}

/** What an employer's person checks on a page is counted and kept like what their lists and programs ask. */
@Injectable()
export class CheckOnPage {
  constructor(
    private readonly check: CheckForEmployer,
    private readonly tries: CountTries,
    private readonly verify: VerifyCertificate,
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
  ) {}

  /**
   * A number and a name as somebody typed them, looked up but not yet told: counted as the employer's, or as the
   * address's where nobody's employer asks. `kept`: whether it stands in an employer's history.
   */
  async tell(
    actor: Actor,
    found: { readonly row: NumberAndName; readonly verification: Verification },
    ip: string,
  ): Promise<ToldAnswer<NumberAndName> & { readonly kept: boolean }> {
    const employer = await this.employerOf(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      if (employer === null) {
        tx.withoutAudit('counting tries is upkeep');
        const [told] = await stillSo(tx, await this.tries.execute(tx, { address: ip }, [found]));
        return { ...told!, kept: false };
      }
      await tx.audit('certificate.verified', { type: 'employer', id: employer.id, label: employer.name });
      return {
        ...(
          await this.check.tell(tx, { kind: 'page', employerId: employer.id, purpose: null, askedBy: actor.name }, [
            found,
          ])
        )[0]!,
        kept: true,
      };
    });
  }

  /**
   * A file or an address, which carry number and name themselves: kept where somebody acts for an employer. Answers
   * what may be told.
   */
  async keep(actor: Actor, verification: Verification): Promise<Verification> {
    const employer = await this.employerOf(actor);
    return employer ? this.keepFor(employer, actor, { row: printedOn(verification), verification }) : verification;
  }

  /** A pasted address is opened like any other; an employer's is kept before that. */
  async keepAddress(actor: Actor, token: string): Promise<void> {
    const employer = await this.employerOf(actor);
    if (!employer) return;
    const verification = await this.verify.byToken(token);
    await this.keepFor(employer, actor, { row: printedOn(verification), verification });
  }

  private keepFor(employer: Own, actor: Actor, answer: KeptAnswer): Promise<Verification> {
    return this.unitOfWork.run(actor, async (tx) => {
      const [kept] = await this.check.keep(
        tx,
        { kind: 'page', employerId: employer.id, purpose: null, askedBy: actor.name },
        [answer],
      );
      await tx.audit('certificate.verified', { type: 'employer', id: employer.id, label: employer.name });
      return kept!.verification;
    });
  }

  private async employerOf(actor: Actor): Promise<Own | null> {
    return actor.roles.includes('employer') ? employerOfAccount(this.reads.query, actor.id) : null;
  }
}

function printedOn({ certificate }: Verification): NumberAndName | null {
  return certificate && { number: certificate.facts.number, name: certificate.facts.recipient.name };
}
