/** Kinds of views that the access history shows. */
export const VIEW_WAYS = ['link', 'numberAndName'] as const;
export type ViewWay = (typeof VIEW_WAYS)[number];

export const DEVICES = ['phone', 'computer', 'program'] as const;
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['WeChat', /MicroMessenger/],
  ['DingTalk', /DingTalk/],
  ['QQ', /QQBrowser|QQ\//],
  ['Edge', /Edg(?:e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox\/|FxiOS/],
  ['Chrome', /Chrome\/|CriOS/],
  ['Safari', /Safari\//],
];

/** A coarse description of the browser: `phone WeChat`, `computer Chrome`, `program`. */
export function coarseClient(userAgent: string): string {
  const browser = BROWSERS.find(([, sign]) => sign.test(userAgent))?.[0];
  if (browser === undefined) return 'program';
  return `${/Mobile|Android|iPhone|iPad|HarmonyOS/.test(userAgent) ? 'phone' : 'computer'} ${browser}`;
}
