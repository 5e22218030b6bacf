import { Certificate } from './certificate.entity.js';
import { CertificateEvent } from './certificate-event.entity.js';
import { CertificateTemplate } from './certificate-template.entity.js';
import { IssuerKey } from './issuer-key.entity.js';
import { NumberSequence } from './number-sequence.entity.js';

export const certificationEntities = [CertificateTemplate, Certificate, CertificateEvent, NumberSequence, IssuerKey];
