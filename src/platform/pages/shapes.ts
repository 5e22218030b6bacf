/*
 * Template helpers that derive display values: a first letter, lines, a share of a whole. Optional parameters of
 * partials arrive as `undefined` and count as empty.
 */

const STEP = 8;
const HIGH = 24;

const numbers = (values: unknown): number[] => (Array.isArray(values) ? values.map(Number) : []);

export const shapes = {
  /** Whether there is something to print; 0 counts. */
  shown: (value: unknown) => value !== null && value !== undefined && value !== '' && value !== false,
  /** `(has thing "roles" "trainee" "instructor")`: whether the thing's list holds one of the values. */
  has: (thing: unknown, name: string, ...rest: unknown[]) => {
    const list =
      typeof thing === 'object' && thing !== null && Object.hasOwn(thing, name)
        ? (thing as Record<string, unknown>)[name]
        : [];
    return Array.isArray(list) && rest.slice(0, -1).some((value) => list.includes(value));
  },
  /** `(under @page.path "/courses")`: whether the path is one of these or below it. */
  under: (path: unknown, ...rest: unknown[]) => {
    const plain = String(path).split('?')[0] ?? '';
    return rest.slice(0, -1).some((root) => plain === root || plain.startsWith(`${String(root)}/`));
  },
  /** Groups neighbours with the same value of `name`, as `{name, items}`. */
  groups: (list: readonly Record<string, unknown>[], name: string) => {
    const found: { name: unknown; items: unknown[] }[] = [];
    for (const item of list) {
      const last = found.at(-1);
      if (last && last.name === item[name]) last.items.push(item);
      else found.push({ name: item[name], items: [item] });
    }
    return found;
  },
  /** Part of a whole in percent, 0 to 100, for the width of a bar. */
  share: (part: unknown, whole: unknown) => {
    const percent = (Number(part) / Number(whole)) * 100;
    return Number.isFinite(percent) ? Math.round(Math.min(100, Math.max(0, percent)) * 10) / 10 : 0;
  },
  lines: (text: unknown) =>
    typeof text === 'string'
      ? text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
      : [],
  initial: (text: unknown) => [...String(text ?? '')][0]?.toUpperCase() ?? '',
  urlPart: (text: unknown) => encodeURIComponent(String(text ?? '')),
  sparkWidth: (values: unknown) => Math.max(1, numbers(values).length * STEP - 2),
  /** One bar for each value; the highest has the full height. */
  sparkBars: (values: unknown) => {
    const all = numbers(values);
    const most = Math.max(1, ...all);
    return all.map((value, at) => {
      const height = Math.max(1, Math.round((value / most) * HIGH));
      return { x: at * STEP, y: HIGH - height, height };
    });
  },
};
