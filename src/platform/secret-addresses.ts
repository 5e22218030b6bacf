/** Addresses that work for anybody who knows them: of accounts, calendars, answers by email and shared certificates. */
const SECRET = /\/(password-reset|email-verification|email-change|calendar|teaching\/answers|s)\/[\w%-]{16,}/g;

/** A text with the secret part of each address hidden. Addresses of certificates stay: they are printed on paper. */
export const withoutSecrets = (text: string): string => text.replace(SECRET, '/$1/••••••');

/** The path of a requested address for the log, without query and secrets, however the address is encoded. */
export function loggedPath(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  const decoded = path.includes('%') ? decodedPath(path) : path;
  const safe = withoutSecrets(decoded);
  return safe === decoded ? path : safe;
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
