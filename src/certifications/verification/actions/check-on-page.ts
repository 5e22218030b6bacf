import { Injectable } from '@nestjs/common';
import { employerOfAccount } from '../../../employers/index.js';
import { type Actor, ReadDatabase, UnitOfWork } from '../../../platform/index.js';
import type { NumberAndName, Verification } from '../../core/index.js';
import { recheckAnswers } from '../data/recheck-answers.js';
import { CheckForEmployer, type KeptAnswer } from './check-for-employer.js';
import { CountTries, type CountedAnswer } from './count-tries.js';
import { VerifyCertificate } from './verify-certificate.js';

interface OwnEmployer {
  readonly id: string;
  readonly name: string;
}

/** Checks on the page by an employer's people are counted and recorded like those by list and program. */
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
   * Counts a looked-up number and name as a try of the employer, or of the network address of anybody else, and returns
   * the answer that may be given. `kept`: whether it is in an employer's history.
   */
  async answer(
    actor: Actor,
    checked: { readonly row: NumberAndName; readonly verification: Verification },
    ip: string,
  ): Promise<CountedAnswer<NumberAndName> & { readonly kept: boolean }> {
    const employer = await this.employerOf(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      if (employer === null) {
        tx.withoutAudit('counting tries changes no record');
        const [counted] = await recheckAnswers(tx, await this.tries.execute(tx, { address: ip }, [checked]));
        return { ...counted!, kept: false };
      }
      await tx.audit('certificate.verified', { type: 'employer', id: employer.id, label: employer.name });
      return {
        ...(
          await this.check.answer(tx, { kind: 'page', employerId: employer.id, purpose: null, askedBy: actor.name }, [
            checked,
          ])
        )[0]!,
        kept: true,
      };
    });
  }

  /**
   * Records the check of a file or an address, which contain number and name, if the actor acts for an employer.
   * Returns the answer that may be given.
   */
  async keep(actor: Actor, verification: Verification): Promise<Verification> {
    const employer = await this.employerOf(actor);
    return employer ? this.keepFor(employer, actor, { row: printedOn(verification), verification }) : verification;
  }

  /** Whether a pasted address is recorded: the actor acts for an employer. */
  async keepsAddresses(actor: Actor): Promise<boolean> {
    return (await this.employerOf(actor)) !== null;
  }

  /** Records a pasted address for an employer before it is opened like any other. */
  async keepAddress(actor: Actor, token: string): Promise<void> {
    const employer = await this.employerOf(actor);
    if (!employer) return;
    const verification = await this.verify.byToken(token);
    await this.keepFor(employer, actor, { row: printedOn(verification), verification });
  }

  private keepFor(employer: OwnEmployer, actor: Actor, answer: KeptAnswer): Promise<Verification> {
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

  private async employerOf(actor: Actor): Promise<OwnEmployer | null> {
    return actor.roles.includes('employer') ? employerOfAccount(this.reads.query, actor.id) : null;
  }
}

function printedOn({ certificate }: Verification): NumberAndName | null {
  return certificate && { number: certificate.facts.number, name: certificate.facts.recipient.name };
}
