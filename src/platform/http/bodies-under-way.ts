import { Injectable } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { Busy } from '../busy.js';
import { TooMany } from './faults.js';

/** Bytes that unfinished bodies may occupy, all together and per network. */
const MOST_UNDER_WAY = 96 * 1024 * 1024;
const MOST_OF_AN_ADDRESS = 32 * 1024 * 1024;
/** Bytes of each body that are not counted, so that short forms are always accepted. */
const SHORT = 16 * 1024;
/** Seconds. */
const SHORTLY = 5;

/** Counts the bytes of request bodies that are in memory until they are answered. */
@Injectable()
export class BodiesUnderWay {
  private all = 0;
  private readonly byAddress = new Map<string, number>();

  /**
   * Counts one body until its answer is sent or its connection ends. Only bytes that have arrived count: a silent
   * connection reserves nothing.
   * Returns a function to call with the number of bytes received; it throws `Busy` or `TooMany` if they exceed a limit.
   */
  begin(ip: string, answer: ServerResponse): (bytes: number) => void {
    let arrived = 0;
    let counted = 0;
    let over = false;
    answer.once('close', () => {
      over = true;
      this.add(ip, -counted);
    });
    return (bytes) => {
      // Nothing would subtract what is counted after the end.
      if (over) return;
      arrived += bytes;
      const more = Math.max(0, arrived - SHORT) - counted;
      if (this.all + more > MOST_UNDER_WAY) throw new Busy(SHORTLY);
      if ((this.byAddress.get(ip) ?? 0) + more > MOST_OF_AN_ADDRESS) throw new TooMany(SHORTLY);
      this.add(ip, more);
      counted += more;
    };
  }

  private add(ip: string, bytes: number): void {
    this.all += bytes;
    const ofAddress = (this.byAddress.get(ip) ?? 0) + bytes;
    if (ofAddress > 0) this.byAddress.set(ip, ofAddress);
    else this.byAddress.delete(ip);
  }
}
