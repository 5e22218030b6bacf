import type { Flash } from './flash.js';

/** A page to render; made by the functions that `definePage` returns. */
export class Page {
  constructor(
    readonly template: string,
    readonly model: object,
    readonly status: number,
    /** Whole seconds until a retry makes sense. */
    readonly retryAfter: number | null = null,
  ) {}

  withStatus(status: number): Page {
    return new Page(this.template, this.model, status, this.retryAfter);
  }

  /** @param seconds until a retry makes sense */
  after(seconds: number | null): Page {
    return new Page(this.template, this.model, this.status, seconds);
  }
}

const defined = new Map<string, PageMaker<object>>();

export interface PageMaker<Model extends object> {
  (model: Model, status?: number): Page;
  readonly template: string;
}

/**
 * Names a page's template (`views/<template>.hbs`) and the type of its view model.
 * A failed form answers it with 422.
 */
export function definePage<Model extends object>(template: string): PageMaker<Model> {
  const make = Object.assign((model: Model, status = 200) => new Page(template, model, status), { template });
  defined.set(template, make as PageMaker<object>);
  return make;
}

/** Every page that the loaded modules have defined. */
export function definedPages(): string[] {
  return [...defined.keys()].sort();
}

/** After a successful form: 303 to the page that shows the result, with an optional flash. */
export class SeeOther {
  constructor(
    readonly url: string,
    readonly notice: Flash | null,
  ) {}
}

export function seeOther(url: string, notice: Flash | null = null): SeeOther {
  return new SeeOther(url, notice);
}

/** For files at one address that may change at any time: caches must ask, and are told if nothing changed. */
export const REVALIDATED = 'public, no-cache';

/** Bytes to display or download. With `name`: a download of that name. */
export class FileAnswer {
  constructor(
    readonly bytes: Buffer | string,
    readonly type: string,
    /** `packed`: the same bytes, gzipped, if available. */
    readonly options: { readonly name?: string; readonly cache?: string; readonly packed?: Buffer } = {},
  ) {}
}
