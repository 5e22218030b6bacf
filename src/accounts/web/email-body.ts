import { withoutSecrets } from '../../platform/index.js';

export interface EmailLine {
  readonly text: string;
  readonly href: string | null;
}

/**
 * An email's lines, with addresses of this site as links. If emails are actually delivered, the secret part of an
 * address is hidden: it belongs to the recipient.
 */
export function linesOf(body: string, publicUrl: string, isDelivered: boolean): EmailLine[] {
  return body.split('\n').map((line) => {
    const text = isDelivered ? withoutSecrets(line) : line;
    const address = text.trim();
    return {
      text,
      href: address.startsWith(`${publicUrl}/`) && !/[\s•]/.test(address) ? address.slice(publicUrl.length) : null,
    };
  });
}

/**
 * A calendar part with its secret addresses hidden, even those that line folding splits; with nothing to hide it is
 * unchanged byte for byte.
 */
export function calendarWithoutSecrets(calendar: string): string {
  const unfolded = calendar.replaceAll('\r\n ', '');
  const safe = withoutSecrets(unfolded);
  return safe === unfolded ? calendar : safe;
}
