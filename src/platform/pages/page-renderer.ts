import { Inject, Injectable, Optional } from '@nestjs/common';
import { Dictionary, LANGUAGES, type Language } from '../i18n/index.js';
import type { Page } from '../http/answers.js';
import type { Visit } from '../http/visit.js';
import { Assets } from './assets.js';
import { Templates } from './templates.js';

/** What every page shows around its model; given by the application, which knows its modules. */
export interface Chrome {
  /** The name of the house, in the visit's language and in the other one. */
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

/** One thing still to be done, said on every page of a place, and where it is done. */
export interface ChromeLine {
  readonly text: string;
  readonly act: string;
  readonly href: string;
}

export interface ChromeMaker {
  chromeFor(visit: Visit): Chrome;
  /** Asked anew for every page; null at once where there never is one. */
  lineFor(visit: Visit): Promise<ChromeLine | null> | null;
}
export const CHROME = Symbol('Chrome');

const BARE: Chrome = { academyName: '', academyNameOther: '', hasLogo: false, nav: [] };

@Injectable()
export class PageRenderer {
  private readonly templates: ReadonlyMap<Language, Templates>;

  constructor(
    private readonly dictionary: Dictionary,
    assets: Assets,
    @Optional() @Inject(CHROME) private readonly chrome: ChromeMaker | null,
  ) {
    this.templates = new Map(LANGUAGES.map((language) => [language, new Templates(dictionary.in(language), assets)]));
  }

  /** A document that stands alone, without anybody's visit around it: a letter. */
  renderAlone(page: Page, language: Language): string {
    return this.templates.get(language)!.render(page.template, page.model, {});
  }

  lineFor(visit: Visit): Promise<ChromeLine | null> | null {
    return this.chrome?.lineFor(visit) ?? null;
  }

  /** The page's HTML in the visit's language. @throws Error where template and model disagree. */
  render(page: Page, visit: Visit, line: ChromeLine | null = null): string {
    const said = visit.notice && this.dictionary.in(visit.language).say(visit.notice.key, visit.notice.values);
    const { actor } = visit;
    return this.templates.get(visit.language)!.render(page.template, page.model, {
      ...(this.chrome?.chromeFor(visit) ?? BARE),
      language: visit.language,
      otherLanguage: visit.language === 'en' ? 'zh-CN' : 'en',
      line,
      path: visit.url,
      viewer: actor.id === null ? null : { name: actor.name, email: actor.email, roles: actor.roles },
      notice: visit.notice && { kind: visit.notice.kind, text: said },
      get csrf() {
        return visit.csrf();
      },
    });
  }
}
