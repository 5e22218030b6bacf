/** What a file of stories calls at its top level. */
const SPOKEN = ['describe', 'it', 'test', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach'] as const;

/**
 * Tells several files of stories as one: what they import is read once for all of them, which costs more than most stories do.
 * Each stays in a `describe` of its own, named by its path under `test/`, so that its hooks are nobody else's.
 */
export async function tellTogether(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const tell = await heard(() => import(`../${path}.js`));
    describe(path, tell);
  }
}

/** Loads a file and answers how to say again what it said, in the same order. */
async function heard(load: () => Promise<unknown>): Promise<() => void> {
  const hearing: Hearing = { said: [], over: false };
  const scope = globalThis as unknown as Record<string, unknown>;
  const real = SPOKEN.map((name) => [name, scope[name] as Speech] as const);
  for (const [name, speech] of real) scope[name] = laterOf(speech, hearing);
  try {
    await load();
  } catch (fault) {
    hearing.said.push(() => it('can be read', () => { throw fault; }));
  } finally {
    for (const [name, speech] of real) scope[name] = speech;
  }
  return () => {
    hearing.over = true;
    hearing.said.forEach((say) => say());
  };
}

type Speech = (...words: unknown[]) => unknown;

interface Hearing {
  readonly said: (() => void)[];
  /** What is said from now on is meant: a file may have kept one of these words under a name of its own. */
  over: boolean;
}

/** Keeps the call for later, and so for `.each([…])(…)`. */
function laterOf(speech: Speech, hearing: Hearing): Speech {
  return new Proxy(speech, {
    apply: (_, __, words: unknown[]) => (hearing.over ? speech(...words) : void hearing.said.push(() => void speech(...words))),
    get: (target, name) => {
      const part: unknown = Reflect.get(target, name);
      if (typeof part !== 'function') return part;
      return name === 'each' ? (...table: unknown[]) => laterOf((part as (...table: unknown[]) => Speech)(...table), hearing) : laterOf(part as Speech, hearing);
    },
  });
}
