import type { Translator } from '../i18n/index.js';
import type { JobState, Progress } from '../jobs/index.js';

/** Long work as a page shows it, by the partial `progress`. */
export interface ProgressView {
  readonly state: JobState;
  /** The look of its badge. */
  readonly tone: string;
  readonly word: string;
  /** "120 of 1,000". */
  readonly counted: string;
  /** About how long it still takes; `null` where that is not known or nothing is left. */
  readonly left: string | null;
  /** Who began it and when. */
  readonly begun: string;
  readonly done: number;
  readonly total: number;
  /** Addresses that stop it and go on with it, by POST; `null` where that cannot be done now, or not by this person. */
  readonly stop: string | null;
  readonly resume: string | null;
}

const TONES: Readonly<Record<JobState, string>> = { running: 'info', stopped: 'off', done: 'done', failed: 'failed' };

/**
 * The page keeps itself up to date while the work runs;
 * what else of it changes meanwhile stands in an element with `data-live` and an id.
 */
export function progressView(
  progress: Progress,
  translator: Translator,
  acts: { readonly stop?: string; readonly resume?: string } = {},
): ProgressView {
  const { state, done, total, secondsLeft, startedBy, createdAt } = progress;
  return {
    state,
    tone: TONES[state],
    done,
    total,
    word: translator.t(`progress.${state}`),
    counted: translator.t('progress.counted', { done, total }),
    left:
      secondsLeft === null
        ? null
        : secondsLeft < 90
          ? translator.t('progress.seconds_left', { count: secondsLeft })
          : translator.t('progress.minutes_left', { count: Math.ceil(secondsLeft / 60) }),
    begun: translator.t('progress.begun', { by: startedBy, at: createdAt }),
    stop: state === 'running' ? (acts.stop ?? null) : null,
    resume: state === 'stopped' || state === 'failed' ? (acts.resume ?? null) : null,
  };
}
