import { createPrivateKey, createPublicKey, type JsonWebKey, X509Certificate } from 'node:crypto';
import type { PublicMaterial } from '../../../core/domain/index.js';
import type { PrivateMaterial } from './make-keys.js';

/** Whether a public part belongs to a private one. @throws Error where one of them is no key */
export function publicFits(material: PublicMaterial, secret: PrivateMaterial): boolean {
  if ('certificatePem' in material)
    return (
      'keyPem' in secret &&
      new X509Certificate(material.certificatePem).checkPrivateKey(createPrivateKey(secret.keyPem))
    );
  if (!('d' in secret)) return false;
  const key: JsonWebKey = { ...material.jwk, d: secret.d };
  const { x, y } = createPublicKey(createPrivateKey({ key, format: 'jwk' })).export({ format: 'jwk' });
  return x === material.jwk.x && (!('y' in material.jwk) || y === material.jwk.y);
}
