/**
 * The issuer's name for machines, after the address that people use:
 * `did:web:academy.example`, `did:web:localhost%3A3000`.
 */
export function didOf(publicUrl: string): string {
  return `did:web:${encodeURIComponent(new URL(publicUrl).host)}`;
}

/** What the log and its key are called: the address without its scheme. */
export function logNameOf(publicUrl: string): string {
  return `${new URL(publicUrl).host}/log`;
}
