import { ChangeTemplate } from './actions/change-template.js';
import { KeepTemplates } from './actions/keep-templates.js';
import { ChooseTemplate } from './actions/choose-template.js';
import { CertifiedAchievements } from './data/certified-achievements.js';
import { AchievementTemplateController } from './web/achievement-template.controller.js';
import { TemplateListController } from './web/template-list.controller.js';
import { TemplatePages } from './web/template.page.js';
import { TemplatesController } from './web/templates.controller.js';

export const templateControllers = [AchievementTemplateController, TemplateListController, TemplatesController];

export const templateProviders = [ChangeTemplate, KeepTemplates, ChooseTemplate, CertifiedAchievements, TemplatePages];
