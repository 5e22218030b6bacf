import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A server that takes webhook messages, keeps them, and answers with `status`. */
export interface Receiver {
  readonly host: string;
  readonly received: Received[];
  status: number;
  readonly close: () => Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request
      .on('data', (part: Buffer) => {
        body += part.toString();
      })
      .on('end', () => {
        received.push({ body, headers: request.headers });
        response.writeHead(receiver.status, { location: `http://${receiver.host}/elsewhere` }).end();
      });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    status: 204,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
  return receiver;
}
