import { Injectable } from '@nestjs/common';
import { Clock, yieldToRequests } from '../../../platform/index.js';
import type { VerificationVerdict } from '../../core/index.js';
import { OpenCertificates } from '../../register/index.js';
import { verdictNow, type VerdictNow } from '../domain/answer-row.js';

/** Certificates opened at once: a few milliseconds. */
const AT_ONCE = 200;

/** What holds today of answers that were given before. */
@Injectable()
export class VerdictsNow {
  constructor(
    private readonly open: OpenCertificates,
    private readonly clock: Clock,
  ) {}

  /** Answers in order, with as many queries for two hundred as for one. */
  async execute(
    answers: readonly { readonly verdict: VerificationVerdict; readonly certificateId: string | null }[],
  ): Promise<(VerdictNow | null)[]> {
    const today = this.clock.today();
    const verdicts: (VerdictNow | null)[] = [];
    for (let from = 0; from < answers.length; from += AT_ONCE) {
      if (from > 0) await yieldToRequests();
      const some = answers.slice(from, from + AT_ONCE);
      const opened = await this.open.execute([...new Set(some.flatMap(({ certificateId }) => certificateId ?? []))]);
      for (const { verdict, certificateId } of some)
        verdicts.push(
          certificateId === null
            ? null
            : verdictNow(verdict, opened.get(certificateId)?.shown?.certificate ?? null, today),
        );
    }
    return verdicts;
  }
}
