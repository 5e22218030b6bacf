export * from './domain/index.js';
export { AddTemplate } from './actions/add-template.js';
export { ChangeUsualTemplate } from './actions/change-usual-template.js';
export { ChooseTemplate } from './actions/choose-template.js';
export { MakeTemplateUsual } from './actions/make-template-usual.js';
export { fillWording, type TemplateWording } from './domain/wording.js';
export { CertificateTemplate } from './data/certificate-template.entity.js';
export { CertifiedAchievements } from './data/certified-achievements.js';
export { AchievementTemplate, NamedTemplate, NamedTemplateVersion } from './data/named-template.entity.js';
export {
  beginTemplates,
  currentPattern,
  currentTemplate,
  patternsUsed,
  templateVersions,
  unreadablePatterns,
} from './data/templates.js';
export { templateMessages } from './messages/index.js';
export { templateControllers, templateProviders } from './templates.providers.js';
