import { Injectable } from '@nestjs/common';
import { Clock, yieldToRequests } from '../../../platform/index.js';
import type { NumberAndName, VerificationVerdict } from '../../core/index.js';
import { OpenCertificates } from '../../register/index.js';
import { verdictNow, type VerdictNow, VERDICTS_NOW } from '../domain/answer-row.js';
import { VerifyCertificate } from './verify-certificate.js';

/** Certificates opened at once: a few milliseconds. */
const AT_ONCE = 200;

interface AnswerBefore {
  readonly verdict: VerificationVerdict;
  readonly certificateId: string | null;
  /** `null`: a file or an address. */
  readonly question: NumberAndName | null;
}

/** By the certificate and what was answered about it. */
export type KnownVerdicts = Map<string, VerdictNow | null>;

const keyOf = ({ certificateId, verdict }: AnswerBefore): string => `${certificateId} ${verdict}`;

/** What holds today of answers that were given before. */
@Injectable()
export class VerdictsNow {
  constructor(
    private readonly open: OpenCertificates,
    private readonly verify: VerifyCertificate,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers in order, with as many queries for two hundred as for one.
   * @param known what was found for this purpose a moment ago, and is not looked up again; what is found is added
   */
  async execute(answers: readonly AnswerBefore[], known: KnownVerdicts = new Map()): Promise<(VerdictNow | null)[]> {
    const today = this.clock.today();
    const verdicts: (VerdictNow | null)[] = [];
    for (let from = 0; from < answers.length; from += AT_ONCE) {
      if (from > 0) await yieldToRequests();
      const some = answers.slice(from, from + AT_ONCE);
      const unknown = some.filter((answer) => !known.has(keyOf(answer)));
      const opened = await this.open.execute([...new Set(unknown.flatMap(({ certificateId }) => certificateId ?? []))]);
      for (const answer of unknown) {
        const { verdict, certificateId } = answer;
        if (certificateId === null) continue;
        known.set(keyOf(answer), verdictNow(verdict, opened.get(certificateId)?.shown?.certificate ?? null, today));
      }
      const found = await this.ofNotFound(some);
      for (const answer of some)
        verdicts.push((answer.certificateId === null ? found.get(answer) : known.get(keyOf(answer))) ?? null);
    }
    return verdicts;
  }

  /** Of answers "not found" whose number and name are found now. */
  async ofNotFound<Answer extends Pick<AnswerBefore, 'verdict' | 'question'>>(
    answers: readonly Answer[],
  ): Promise<ReadonlyMap<Answer, VerdictNow>> {
    const asked = answers.flatMap((answer) =>
      answer.verdict === 'notFound' && answer.question ? [{ answer, ...answer.question }] : [],
    );
    const verifications = asked.length === 0 ? [] : await this.verify.byNumbers(asked);
    return new Map(
      asked.flatMap(({ answer }, at) => {
        const now = VERDICTS_NOW.find((one) => one === verifications[at]?.verdict);
        return now ? [[answer, now] as const] : [];
      }),
    );
  }
}
