export * from './domain/index.js';
export { ChangeTemplate } from './actions/change-template.js';
export { KeepTemplates } from './actions/keep-templates.js';
export { ChooseTemplate } from './actions/choose-template.js';
export { CertificateTemplate } from './data/certificate-template.entity.js';
export { AchievementTemplate, NamedTemplate, NamedTemplateVersion } from './data/named-template.entity.js';
export { beginTemplates, currentTemplate, patternsUsed, templateVersions } from './data/templates.js';
export { templateMessages } from './messages/index.js';
export { templateControllers, templateProviders } from './templates.providers.js';
