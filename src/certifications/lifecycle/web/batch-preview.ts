import { Injectable } from '@nestjs/common';
import {
  Clock,
  looksLikeId,
  ReadDatabase,
  type Refusal,
  refuse,
  type Translator,
  textOf,
  textsOf,
  refusalTexts,
} from '../../../platform/index.js';
import { type CertificateRow, idsOfCertificates, mayBecome } from '../../core/index.js';
import { filterFrom, OpenCertificates, type OpenedCertificate, type Query } from '../../register/index.js';
import { emailsOf } from '../data/holder-reach.js';
import { termsOfEach } from '../data/renewals.js';
import { type BatchKind, MOST_AT_ONCE } from '../domain/batches.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';
import { renewalBlockers, renewedUntil, type RenewalTerms } from '../domain/renewing.js';
import { seenOf, seenOfAll } from '../domain/seen-certificate.js';

interface Line {
  readonly id: string;
  readonly number: string;
  readonly recipientName: string;
  readonly achievementZh: string;
  readonly achievementEn: string;
  /** Last day of the renewal. */
  readonly until: string | null;
  /** Who is told; `null`: nobody. */
  readonly email: string | null;
  readonly why: readonly string[];
}

/** Preview of a bulk act: which certificates are included, which are not and why, and who is notified. */
export interface BatchPreview {
  readonly ready: readonly Line[];
  readonly others: readonly Line[];
  readonly readyCount: number;
  readonly notifiedCount: number;
  /** Ids of the included ones, as one form field. */
  readonly ids: string;
  /** What the act compares the included ones with. */
  readonly fingerprint: string;
  readonly reasons: readonly string[];
}

interface ChosenLine {
  readonly line: Line;
  /** Its own fingerprint; empty if its record was altered. */
  readonly seen: string;
}

@Injectable()
export class BatchPreviews {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly open: OpenCertificates,
    private readonly clock: Clock,
  ) {}

  /**
   * The selected ids: ticked singly (`id`), or all that the filter finds (`all`). Up to one above the limit, to detect
   * it.
   */
  async idsFrom(query: Query): Promise<string[]> {
    if (textOf(query['all']) === '') return this.idsIn(textsOf(query['id']));
    return idsOfCertificates(this.reads.query, filterFrom(query, this.clock.today()), {
      limit: MOST_AT_ONCE + 1,
    });
  }

  /** Ids from the preview's form field. */
  idsIn(typed: readonly string[]): string[] {
    return [...new Set(typed.flatMap((one) => one.split(',')).filter(looksLikeId))].slice(0, MOST_AT_ONCE + 1);
  }

  /** What is shown is what was checked: nothing can be done with certificates whose records were altered. */
  async of(kind: BatchKind, ids: readonly string[], translator: Translator): Promise<BatchPreview> {
    const tooMany = ids.length > MOST_AT_ONCE;
    const chosen = tooMany ? [] : await this.chosen(kind, ids, translator);
    const ready = chosen.filter(({ line }) => line.why.length === 0);
    return {
      ready: ready.map(({ line }) => line),
      others: chosen.filter(({ line }) => line.why.length > 0).map(({ line }) => line),
      readyCount: ready.length,
      notifiedCount: ready.filter(({ line }) => line.email !== null).length,
      ids: ready.map(({ line }) => line.id).join(','),
      fingerprint: seenOfAll(ready.map(({ seen }) => seen)),
      reasons: tooMany
        ? [translator.t('refusal.tooManyChosen', { most: MOST_AT_ONCE, count: ids.length })]
        : ids.length === 0
          ? [translator.t('refusal.nothingChosen')]
          : [],
    };
  }

  /** In the given order; unknown ids are left out. */
  private async chosen(kind: BatchKind, ids: readonly string[], translator: Translator): Promise<ChosenLine[]> {
    const { query } = this.reads;
    const opened = await this.open.execute(ids);
    const certificates = [...opened.values()].flatMap(({ shown }) => (shown ? [shown.certificate] : []));
    const traineeIds = certificates.map(({ traineeId }) => traineeId);
    const emails = await emailsOf(query, traineeIds);
    const terms = await termsOfEach(
      query,
      certificates.map(({ achievementId }) => achievementId),
    );
    return ids.flatMap((id): ChosenLine[] => {
      const one = opened.get(id);
      if (!one) return [];
      const certificate = one.shown?.certificate;
      const its = certificate && terms.get(certificate.achievementId);
      if (!certificate || !its) return [{ line: alteredLine(id, one, translator), seen: '' }];
      const email = emails.get(certificate.traineeId) ?? null;
      const { state, facts, expiresOn } = certificate;
      const today = this.clock.today();
      const line: Line = {
        id,
        number: facts.number,
        recipientName: facts.recipient.name,
        achievementZh: facts.achievement.nameZh,
        achievementEn: facts.achievement.nameEn,
        email,
        until: kind === 'renewal' && expiresOn !== null ? renewedUntil({ expiresOn, terms: its, today }) : null,
        why: refusalTexts(translator, this.reasonsAgainst(kind, certificate, its)),
      };
      const renewal = kind === 'renewal' ? { email, terms: its } : { email: null, terms: null };
      return [{ line, seen: seenOf({ id, state, facts, ...renewal }) }];
    });
  }

  private reasonsAgainst(
    kind: BatchKind,
    { facts: { number }, state, expiresOn, replacedBy }: CertificateRow,
    terms: RenewalTerms,
  ): readonly Refusal<LifecycleRefusalCode>[] {
    if (kind === 'renewal')
      return renewalBlockers({
        number,
        state,
        expiresOn,
        followedBy: replacedBy?.number ?? null,
        terms,
        today: this.clock.today(),
      });
    return mayBecome(state, 'revoked') ? [] : [refuse('certificateNotValid', { number })];
  }
}

/** Nothing of an altered record is shown but the number that its row has now. */
function alteredLine(id: string, { record }: OpenedCertificate, translator: Translator): Line {
  const number = record?.number ?? id;
  return {
    id,
    number,
    recipientName: translator.t('batch.unchecked'),
    achievementZh: '',
    achievementEn: '',
    email: null,
    until: null,
    why: refusalTexts(translator, [refuse<LifecycleRefusalCode>('recordAltered', { number })]),
  };
}
