import { Inject, Injectable, Optional } from '@nestjs/common';
import { MessageCatalog, LANGUAGES, type Language } from '../i18n/index.js';
import type { Page } from '../http/answers.js';
import type { RequestContext } from '../http/request-context.js';
import { Assets } from './assets.js';
import { type Templates, templatesOf } from './templates.js';

/** What every page shows around its model; provided by the application, which knows its modules. */
export interface Chrome {
  /** The academy's name, in the request's language and in the other one. */
  readonly academyName: string;
  readonly academyNameOther: string;
  readonly hasLogo: boolean;
  readonly nav: readonly NavItem[];
}

export interface NavItem {
  readonly label: string;
  readonly href: string;
  readonly icon: string;
  readonly group: string | null;
  readonly current: boolean;
}

/** A reminder with a link, shown at the top of every page. */
export interface ChromeLine {
  readonly text: string;
  readonly act: string;
  readonly href: string;
}

export interface ChromeMaker {
  chromeFor(context: RequestContext): Chrome;
  /** Called for every page. Returns `null` directly, without a promise, if there is never a line. */
  lineFor(context: RequestContext): Promise<ChromeLine | null> | null;
}
export const CHROME = Symbol('Chrome');

const BARE: Chrome = { academyName: '', academyNameOther: '', hasLogo: false, nav: [] };

@Injectable()
export class PageRenderer {
  private readonly templates: ReadonlyMap<Language, Templates>;

  constructor(
    private readonly messageCatalog: MessageCatalog,
    assets: Assets,
    @Optional() @Inject(CHROME) private readonly chrome: ChromeMaker | null,
  ) {
    this.templates = new Map(LANGUAGES.map((language) => [language, templatesOf(messageCatalog.in(language), assets)]));
  }

  /** A standalone document without a request's context: an email. */
  renderAlone(page: Page, language: Language): string {
    return this.templates.get(language)!.render(page.template, page.model, {});
  }

  lineFor(context: RequestContext): Promise<ChromeLine | null> | null {
    return this.chrome?.lineFor(context) ?? null;
  }

  /** The page's HTML in the request's language. @throws Error if template and model disagree */
  render(page: Page, context: RequestContext, line: ChromeLine | null = null): string {
    const flashText =
      context.flash && this.messageCatalog.in(context.language).t(context.flash.key, context.flash.values);
    const { actor } = context;
    return this.templates.get(context.language)!.render(page.template, page.model, {
      ...(this.chrome?.chromeFor(context) ?? BARE),
      language: context.language,
      otherLanguage: context.language === 'en' ? 'zh-CN' : 'en',
      line,
      path: context.url,
      viewer: actor.id === null ? null : { name: actor.name, email: actor.email, roles: actor.roles },
      flash: context.flash && { kind: context.flash.kind, text: flashText },
      get csrf() {
        return context.csrf();
      },
    });
  }
}
