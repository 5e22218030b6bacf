export interface EmailLine {
  readonly text: string;
  readonly href: string | null;
}

/** Addresses that act for whoever holds them. */
const SECRET = /\/(password-reset|email-verification|calendar|teaching\/answers)\/[\w-]{16,}/g;

/**
 * An email's lines, addresses of this site as links. Where emails are really delivered, the secret part of
 * an address is hidden: it belongs to the person who got the email.
 */
export function linesOf(body: string, publicUrl: string, isDelivered: boolean): EmailLine[] {
  return body.split('\n').map((line) => {
    const text = isDelivered ? hidden(line) : line;
    const address = text.trim();
    return {
      text,
      href: address.startsWith(`${publicUrl}/`) && !/[\s•]/.test(address) ? address.slice(publicUrl.length) : null,
    };
  });
}

/**
 * A calendar part whose secret addresses are hidden, even those that folding cut;
 * with nothing to hide it keeps its bytes.
 */
export function withoutSecrets(calendar: string): string {
  const unfolded = calendar.replaceAll('\r\n ', '');
  const safe = hidden(unfolded);
  return safe === unfolded ? calendar : safe;
}

const hidden = (text: string): string => text.replace(SECRET, '/$1/••••••');
