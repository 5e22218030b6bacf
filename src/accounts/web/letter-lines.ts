export interface LetterLine {
  readonly text: string;
  readonly href: string | null;
}

/** Addresses that act for whoever holds them. */
const SECRET = /\/(password-reset|email-verification|calendar)\/[\w-]{16,}/g;

/**
 * A letter's lines, addresses of this site as links. Where letters are really delivered, the secret part of
 * an address is hidden: it belongs to the person who got the letter.
 */
export function linesOf(body: string, publicUrl: string, isDelivered: boolean): LetterLine[] {
  return body.split('\n').map((line) => {
    const text = isDelivered ? line.replace(SECRET, '/$1/••••••') : line;
    const address = text.trim();
    return { text, href: address.startsWith(`${publicUrl}/`) && !/[\s•]/.test(address) ? address.slice(publicUrl.length) : null };
  });
}
