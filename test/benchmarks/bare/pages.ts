import type { Database } from 'better-sqlite3';
import { MessageCatalog, type Translator } from '../../../src/platform/index.js';
import { Assets } from '../../../src/platform/pages/assets.js';
import { Templates } from '../../../src/platform/pages/templates.js';
import { messages } from '../../../src/start/messages.js';

/** The product's templates and messages in Chinese, with the layout that a visitor sees around every page. */
export class BarePages {
  readonly translator: Translator = new MessageCatalog(messages).in('zh-CN');
  private readonly templates = new Templates(this.translator, new Assets());
  private readonly frame: object;

  constructor(database: Database) {
    const academy = database
      .prepare<[], { nameZh: string; nameEn: string; logo: string | null }>(
        'SELECT name_zh AS nameZh, name_en AS nameEn, logo_type AS logo FROM academy WHERE id = 1',
      )
      .get();
    this.frame = {
      academyName: academy?.nameZh,
      academyNameOther: academy?.nameEn,
      hasLogo: Boolean(academy?.logo),
      nav: [],
      language: 'zh-CN',
      otherLanguage: 'en',
      viewer: null,
      notice: null,
      csrf: '',
    };
  }

  render(template: string, model: object, path: string): string {
    return this.templates.render(template, model, { ...this.frame, path });
  }
}
