/** @database SQLite: how requests of one connection are started. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { ReadDatabase } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';

const request = (path: string, connection = 'keep-alive'): string =>
  `GET ${path} HTTP/1.1\r\nHost: academy.example\r\nConnection: ${connection}\r\n\r\n`;

describe('requests that one connection sends without waiting for answers', () => {
  let academy: TestAcademy;
  let port: number;
  /** How often `/readyz` has asked the database. */
  let started = 0;
  let atOnce = 0;
  let most = 0;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    port = Number(new URL(await academy.listen()).port);
    const reads = academy.app.get(ReadDatabase);
    const first = reads.first.bind(reads);
    reads.first = async (query) => {
      started += 1;
      atOnce += 1;
      most = Math.max(most, atOnce);
      const row = await first(query);
      atOnce -= 1;
      return row as never;
    };
  });
  beforeEach(() => {
    [started, most] = [0, 0];
  });
  afterAll(() => academy.close());

  async function send(text: string): Promise<string> {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(text)).on('error', () => undefined);
    let answer = '';
    socket.setEncoding('utf8').on('data', (piece: string) => {
      answer += piece;
    });
    await once(socket, 'close');
    return answer;
  }

  it('are answered in order, one after the other, if they are few', async () => {
    const answer = await send(
      request('/readyz') + request('/readyz') + request('/no-such-page') + request('/readyz', 'close'),
    );
    expect([...answer.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => status)).toEqual([
      '200',
      '200',
      '404',
      '200',
    ]);
    expect([started, most]).toEqual([3, 1]);
  });

  it('end the connection if they are many, before work is done for them', async () => {
    await send(request('/readyz').repeat(900));
    expect(started).toBeLessThanOrEqual(8);
    expect(await send(request('/readyz', 'close'))).toMatch(/^HTTP\/1\.1 200 /);
  });
});
