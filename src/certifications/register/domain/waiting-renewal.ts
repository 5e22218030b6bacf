/** Injection token; `lifecycle` provides the implementation. */
export const WAITING_RENEWAL = Symbol('WaitingRenewal');

export interface WaitingRenewal {
  /** When the holder requested a renewal that is still undecided; `null`: there is none. */
  requestedAt(certificateId: string): Promise<number | null>;
}
