import { A_MINUTE } from '../durations.js';
import { TooManyTables } from '../http/faults.js';
import { TaskQueue } from '../workers/index.js';

/** Tables that are read at once. All are read on one thread: more would only make each of them slower. */
const MOST_READ = 2;
/** Downloads that may wait for their turn, and those of one account. */
const MOST_WAITING = 20;
const MOST_WAITING_OF_ONE = 2;
/** Milliseconds that a download waits for its turn. */
const LONGEST_WAIT = A_MINUTE;
/** Seconds after which to retry. */
export const RETRY = 20;

interface WaitingDownload {
  readonly key: string;
  readonly start: () => void;
  readonly refuse: (fault: unknown) => void;
}

/** A download's turn to read rows. */
export interface Turn {
  /** Lets others read, while whoever downloads takes no more. */
  pause(): void;
  /** Waits until it may read again. */
  resume(): Promise<void>;
  /** Nothing of the table is left to send: the next one of the same account may begin. */
  end(): void;
}

/**
 * Whose turn it is to read a table: few at once in this process, one per account, and the accounts take turns. Tables
 * whose reader was paused come before those that have not begun.
 */
export class TableLine {
  private readonly waiting = new TaskQueue<WaitingDownload>(MOST_WAITING, MOST_WAITING_OF_ONE);
  private readonly returning: (() => void)[] = [];
  private reading = 0;

  /**
   * @param key id of the account, or else the network, that downloads
   * @param gone aborts when it left: then it waits no more
   * @throws TooManyTables, and the reason of `gone`
   */
  enter(key: string, gone: AbortSignal): Promise<Turn> {
    return new Promise((resolve, reject) => {
      gone.throwIfAborted();
      const settle = (): void => {
        clearTimeout(timer);
        gone.removeEventListener('abort', leave);
      };
      const one: WaitingDownload = {
        key,
        start: () => {
          settle();
          resolve(this.turnOf(one));
        },
        refuse: (fault) => {
          settle();
          reject(fault instanceof Error ? fault : new Error(String(fault)));
        },
      };
      const leave = (): void => this.refuse(one, gone.reason);
      const timer = setTimeout(() => this.refuse(one, new TooManyTables(RETRY)), LONGEST_WAIT);
      gone.addEventListener('abort', leave);
      this.waiting.add(one);
      this.begin();
      const surplus = this.waiting.surplus(one);
      if (surplus) this.refuse(surplus, new TooManyTables(RETRY));
    });
  }

  private turnOf(one: WaitingDownload): Turn {
    let isReading = true;
    const pause = (): void => {
      if (!isReading) return;
      isReading = false;
      this.reading -= 1;
      this.begin();
    };
    return {
      pause,
      resume: async () => {
        if (isReading) return;
        await new Promise<void>((resolve) => {
          this.returning.push(resolve);
          this.begin();
        });
        isReading = true;
      },
      end: () => {
        this.waiting.end(one);
        pause();
        this.begin();
      },
    };
  }

  private begin(): void {
    while (this.reading < MOST_READ) {
      const next = this.returning.shift() ?? this.waiting.next()?.start;
      if (!next) return;
      this.reading += 1;
      next();
    }
  }

  private refuse(one: WaitingDownload, fault: unknown): void {
    if (this.waiting.remove(one)) one.refuse(fault);
  }
}
