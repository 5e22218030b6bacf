import { definePage, type Page } from '../http/answers.js';
import type { Language } from '../i18n/index.js';

interface EmailLine {
  readonly text: string;
  /** Set if the line is an address. */
  readonly href: string | null;
}

interface EmailPage {
  readonly mail: {
    readonly language: Language;
    readonly subject: string;
    /** Lines grouped into paragraphs, which empty lines separate. */
    readonly paragraphs: readonly (readonly EmailLine[])[];
  };
}

const page = definePage<EmailPage>('mail/email');

/** The same email as HTML: only its text, with addresses as links; loads nothing from the network. */
export function emailPage({
  language,
  subject,
  body,
}: {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
}): Page {
  const paragraphs = body
    .split(/\r?\n\s*\n/)
    .map((text) => text.split(/\r?\n/).filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0);
  return page({
    mail: {
      language,
      subject,
      paragraphs: paragraphs.map((lines) =>
        lines.map((line) => ({ text: line, href: /^https?:\/\/\S+$/.test(line.trim()) ? line.trim() : null })),
      ),
    },
  });
}
