/** Why a holder cannot share a certificate. */
export type HolderRefusalCode = 'shareLinksMost';
