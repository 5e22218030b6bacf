import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { allParts, decodedWords, type MimePart, readMime } from './mime.js';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The whole email as a tree of parts. */
  readonly root: MimePart;
}

/**
 * A mail server on loopback that keeps the emails it receives. `refuseNext` makes it reject emails, `delay` makes it
 * slow.
 */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** Milliseconds until it accepts an email. */
  delay = 0;
  private refusals = 0;

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailServer> {
    const mails: { keep: (raw: Buffer, from: string, to: string[]) => Error | null; delay: () => number } = {
      keep: () => null,
      delay: () => 0,
    };
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () =>
          setTimeout(() => {
            const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
            done(
              mails.keep(
                Buffer.concat(chunks),
                from,
                session.envelope.rcptTo.map(({ address }) => address),
              ),
            );
          }, mails.delay()),
        );
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const mailServer = new MailServer(server);
    mails.keep = (raw, from, to) => mailServer.keep(raw, { from, to });
    mails.delay = () => mailServer.delay;
    return mailServer;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** Rejects that many emails with a temporary error. */
  refuseNext(emails: number): void {
    this.refusals = emails;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private keep(raw: Buffer, { from, to }: { from: string; to: string[] }): Error | null {
    if (this.refusals > 0) {
      this.refusals -= 1;
      return Object.assign(new Error('Mailbox busy'), { responseCode: 450 });
    }
    const root = readMime(raw.toString('latin1'));
    const text =
      allParts(root)
        .find(({ type }) => type === 'text/plain')
        ?.bytes.toString() ?? '';
    this.received.push({
      from,
      to,
      subject: decodedWords(root.headers['subject'] ?? ''),
      text: text.replaceAll('\r\n', '\n').trimEnd(),
      headers: root.headers,
      root,
    });
    return null;
  }
}
