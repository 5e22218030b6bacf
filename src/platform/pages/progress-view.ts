import type { Translator } from '../i18n/index.js';
import type { JobState, Progress } from '../jobs/index.js';

/** A job as a page shows it, with the partial `progress`. */
export interface ProgressView {
  readonly state: JobState;
  /** The style of its badge. */
  readonly tone: string;
  readonly word: string;
  /** "120 of 1,000". */
  readonly counted: string;
  /** Estimated time left; `null` if unknown or if nothing is left. */
  readonly left: string | null;
  /** Who started it and when. */
  readonly begun: string;
  readonly done: number;
  readonly total: number;
  /** Addresses to POST to, to stop or resume it; `null` if not possible now, or not for this person. */
  readonly stop: string | null;
  readonly resume: string | null;
}

const TONES: Readonly<Record<JobState, string>> = { running: 'info', stopped: 'off', done: 'done', failed: 'failed' };

/** The page refreshes itself while the job runs; other parts that change are elements with `data-live` and an id. */
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
