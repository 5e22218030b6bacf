import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A mail server on loopback that keeps what it is given. `refuseNext` makes it turn letters away. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  private refusals = 0;

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailServer> {
    const mails: { keep: (raw: Buffer, from: string, to: string[]) => Error | null } = { keep: () => null };
    const server = new SMTPServer({
      authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => done(mails.keep(Buffer.concat(chunks), session.envelope.mailFrom ? session.envelope.mailFrom.address : '', session.envelope.rcptTo.map(({ address }) => address))));
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const mailServer = new MailServer(server);
    mails.keep = (raw, from, to) => mailServer.keep(raw, { from, to });
    return mailServer;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** Turns that many letters away with a temporary fault. */
  refuseNext(letters: number): void {
    this.refusals = letters;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private keep(raw: Buffer, { from, to }: { from: string; to: string[] }): Error | null {
    if (this.refusals > 0) {
      this.refusals -= 1;
      return Object.assign(new Error('Mailbox busy'), { responseCode: 450 });
    }
    const [head = '', ...rest] = raw.toString('latin1').split('\r\n\r\n');
    const headers = headersIn(head);
    const body = decodedBody(rest.join('\r\n\r\n'), headers['content-transfer-encoding'] ?? '7bit');
    this.received.push({ from, to, subject: decodedWords(headers['subject'] ?? ''), text: body.replaceAll('\r\n', '\n').trimEnd(), headers });
    return null;
  }
}

function headersIn(head: string): Record<string, string> {
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
}

function decodedBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return encoding === 'quoted-printable' ? fromHex(body.replace(/=\r\n/g, '')) : Buffer.from(body, 'latin1').toString();
}

/** RFC 2047: `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=`. */
function decodedWords(text: string): string {
  return text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, word: string) =>
    (way.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : fromHex(word.replaceAll('_', ' '))));
}

function fromHex(text: string): string {
  return Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString();
}
