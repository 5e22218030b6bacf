/** The token under which `lifecycle` brings its `WaitingRenewal`. */
export const WAITING_RENEWAL = Symbol('WaitingRenewal');

export interface WaitingRenewal {
  /** When a certificate's holder asked for a renewal that nobody has decided; `null`: there is none. */
  askedAt(certificateId: string): Promise<number | null>;
}
