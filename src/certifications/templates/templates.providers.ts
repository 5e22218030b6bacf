import { AddTemplate } from './actions/add-template.js';
import { BringTemplateBack } from './actions/bring-template-back.js';
import { ChangeTemplate } from './actions/change-template.js';
import { ChangeUsualTemplate } from './actions/change-usual-template.js';
import { ChooseTemplate } from './actions/choose-template.js';
import { MakeTemplateUsual } from './actions/make-template-usual.js';
import { RetireTemplate } from './actions/retire-template.js';
import { StoreTemplateVersion } from './actions/store-template-version.js';
import { TemplateSamples } from './actions/template-samples.js';
import { CertifiedAchievements } from './data/certified-achievements.js';
import { AchievementTemplateController } from './web/achievement-template.controller.js';
import { ShownTemplatePages } from './web/shown-template.page.js';
import { TemplateListController } from './web/template-list.controller.js';
import { TemplateRetirementController } from './web/template-retirement.controller.js';
import { TemplateSampleController } from './web/template-sample.controller.js';
import { TemplatePages } from './web/template.page.js';
import { TemplatesController } from './web/templates.controller.js';
import { UsualTemplateController } from './web/usual-template.controller.js';

export const templateControllers = [
  AchievementTemplateController,
  TemplateListController,
  TemplatesController,
  TemplateRetirementController,
  TemplateSampleController,
  UsualTemplateController,
];

export const templateProviders = [
  AddTemplate,
  BringTemplateBack,
  CertifiedAchievements,
  ChangeTemplate,
  ChangeUsualTemplate,
  ChooseTemplate,
  MakeTemplateUsual,
  RetireTemplate,
  StoreTemplateVersion,
  TemplateSamples,
  ShownTemplatePages,
  TemplatePages,
];
