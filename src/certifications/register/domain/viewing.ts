/** How a look was made that its holder may read about. */
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

/** A browser as coarsely as helps to recognise a look: `phone WeChat`, `computer Chrome`, `program`. */
export function coarseClient(userAgent: string): string {
  const browser = BROWSERS.find(([, sign]) => sign.test(userAgent))?.[0];
  if (browser === undefined) return 'program';
  return `${/Mobile|Android|iPhone|iPad|HarmonyOS/.test(userAgent) ? 'phone' : 'computer'} ${browser}`;
}
