import { Certificate } from './certificate.entity.js';
import { CertificateEvent } from './certificate-event.entity.js';
import { CertificateTemplate } from './certificate-template.entity.js';
import { AchievementTemplate, NamedTemplate, NamedTemplateVersion } from './named-template.entity.js';
import { NumberSequence } from './number-sequence.entity.js';

export const certificationEntities = [CertificateTemplate, Certificate, CertificateEvent, NumberSequence, NamedTemplate, NamedTemplateVersion, AchievementTemplate];
