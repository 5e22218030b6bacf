import type { Why } from '../../../core/domain/index.js';

/**
 * What of an object in a JSON text, at any depth, another reader may see otherwise than `JSON.parse` does: a key that
 * is said twice (readers disagree on which counts, and the first is silently dropped), or `__proto__`, which libraries
 * leave out when they copy, so that it stands in the file and no signature is asked about it. `null`: nothing.
 * @param json a text that `JSON.parse` accepts
 */
export function keyFault(json: string): Extract<Why, 'duplicateKeys' | 'hiddenBytes'> | null {
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === '{') open.push(new Set());
    else if (character === '[') open.push(null);
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = endOfString(json, at);
      if (nextCharacter(json, end + 1) === ':') {
        // Escapes are read: "name" and "\u006eame" are one key.
        const key = JSON.parse(json.slice(at, end + 1)) as string;
        const keys = open.at(-1);
        if (keys?.has(key)) return 'duplicateKeys';
        if (key === '__proto__') return 'hiddenBytes';
        keys?.add(key);
      }
      at = end;
    }
  }
  return null;
}

/** Where the string that begins at `from` has its closing quote. */
function endOfString(json: string, from: number): number {
  let at = from + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at;
}

function nextCharacter(json: string, from: number): string | undefined {
  let at = from;
  while (json[at] === ' ' || json[at] === '\n' || json[at] === '\r' || json[at] === '\t') at += 1;
  return json[at];
}
