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
import { idsOfCertificates, mayBecome } from '../../core/index.js';
import { filterFrom, type Query } from '../../register/index.js';
import { chosenCertificates, type ChosenRow } from '../data/chosen.js';
import { reachableByEmail } from '../data/holder-reach.js';
import { type BatchKind, MOST_AT_ONCE } from '../domain/batches.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';
import { renewalBlockers, renewedUntil } from '../domain/renewing.js';

interface Line extends Pick<ChosenRow, 'id' | 'number' | 'recipientName' | 'achievementZh' | 'achievementEn'> {
  /** Last day of the renewal. */
  readonly until: string | null;
  readonly isNotified: boolean;
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
  readonly reasons: readonly string[];
}

@Injectable()
export class BatchPreviews {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * The selected ids: ticked singly (`id`), or all that the filter finds (`all`). Up to one above the limit, to detect
   * it.
   */
  async idsFrom(query: Query): Promise<string[]> {
    if (textOf(query['all']) === '') return this.idsIn(textsOf(query['id']));
    return idsOfCertificates(this.reads.query, filterFrom(query, this.clock.today()), MOST_AT_ONCE + 1);
  }

  /** Ids from the preview's form field. */
  idsIn(typed: readonly string[]): string[] {
    return [...new Set(typed.flatMap((one) => one.split(',')).filter(looksLikeId))].slice(0, MOST_AT_ONCE + 1);
  }

  async of(kind: BatchKind, ids: readonly string[], translator: Translator): Promise<BatchPreview> {
    const { query } = this.reads;
    const tooMany = ids.length > MOST_AT_ONCE;
    const chosen = tooMany ? [] : await chosenCertificates(query, ids);
    const reach = await reachableByEmail(
      query,
      chosen.map(({ id }) => id),
    );
    const lines = chosen.map((one): Line => ({
      id: one.id,
      number: one.number,
      recipientName: one.recipientName,
      achievementZh: one.achievementZh,
      achievementEn: one.achievementEn,
      isNotified: reach.has(one.id),
      until:
        kind === 'renewal' && one.expiresOn !== null
          ? renewedUntil({ expiresOn: one.expiresOn, terms: one.terms, today: this.clock.today() })
          : null,
      why: refusalTexts(translator, this.reasonsAgainst(kind, one)),
    }));
    const ready = lines.filter(({ why }) => why.length === 0);
    return {
      ready,
      others: lines.filter(({ why }) => why.length > 0),
      readyCount: ready.length,
      notifiedCount: ready.filter(({ isNotified }) => isNotified).length,
      ids: ready.map(({ id }) => id).join(','),
      reasons: tooMany
        ? [translator.t('refusal.tooManyChosen', { most: MOST_AT_ONCE, count: ids.length })]
        : ids.length === 0
          ? [translator.t('refusal.nothingChosen')]
          : [],
    };
  }

  private reasonsAgainst(kind: BatchKind, one: ChosenRow): readonly Refusal<LifecycleRefusalCode>[] {
    if (kind === 'renewal') return renewalBlockers({ ...one, today: this.clock.today() });
    return mayBecome(one.state, 'revoked') ? [] : [refuse('certificateNotValid', { number: one.number })];
  }
}
