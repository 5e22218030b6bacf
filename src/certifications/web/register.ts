import { Injectable } from '@nestjs/common';
import { Reads, type Speaker } from '../../platform/index.js';
import { viewsOf } from '../data/life/views.js';

/** One look at a certificate, as its holder and the office read it. */
export interface RegisterLine {
  readonly at: number;
  readonly who: string;
  readonly how: string;
  readonly client: string | null;
}

const MOST_SHOWN = 100;

/** Who looked at a certificate and when: by its holder's links, by number and name, and employers by their own records. */
@Injectable()
export class Register {
  constructor(private readonly reads: Reads) {}

  /** The newest first. */
  async of(certificateId: string, speaker: Speaker): Promise<RegisterLine[]> {
    const looks = await viewsOf(this.reads.all.bind(this.reads), certificateId, MOST_SHOWN);
    return looks.map(({ at, way, label, client }) => ({
      at, who: label ?? speaker.say('register.somebody'), how: speaker.say(`register.way_${way}`), client: clientSaid(client, speaker),
    }));
  }
}

function clientSaid(client: string, speaker: Speaker): string {
  const [device = '', ...browser] = client.split(' ');
  return [speaker.say(`register.device_${device}`), ...browser].join(' · ');
}
