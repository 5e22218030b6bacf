import { X509Certificate } from 'node:crypto';

/** What readers built on NSS (Okular, Evince, pdfsig) ask of a signer: they know no purpose of documents. */
export const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4';

/**
 * Whether PDF readers trust a signer once they trust its root, as far as its purposes go: with none stated all do,
 * otherwise those built on NSS want `emailProtection`, and `anyExtendedKeyUsage` does not stand for it.
 */
export function readersTakeItsPurpose(certificatePem: string): boolean {
  const purposes = new X509Certificate(certificatePem).keyUsage as readonly string[] | undefined;
  return !purposes || purposes.length === 0 || purposes.includes(EMAIL_PROTECTION);
}
