/**
 * A stored text or value that this program cannot have written. Answered like records that contradict each other
 * (`FaultFilter`).
 */
export class UnreadableRecord extends SyntaxError {
  constructor(what: string, options?: ErrorOptions) {
    super(`${what}: run npm run academy -- verify-log`, options);
  }
}

/** The value of a JSON column. @throws UnreadableRecord */
export function storedJson(text: unknown): unknown {
  if (typeof text !== 'string') throw new UnreadableRecord(`stored JSON is of the type ${typeof text}`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnreadableRecord('stored JSON cannot be read', { cause });
  }
}

/** The object of a JSON column. @throws UnreadableRecord */
export function storedObject<Value extends object>(text: unknown): Value {
  const value = storedJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UnreadableRecord('stored JSON is no object');
  return value as Value;
}

/** The list of a JSON column. @throws UnreadableRecord */
export function storedList<Item>(text: unknown): Item[] {
  const value = storedJson(text);
  if (!Array.isArray(value)) throw new UnreadableRecord('stored JSON is no list');
  return value as Item[];
}

/** `null` for what is unreadable, where a row can be left out. */
export function readableOrNull<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof UnreadableRecord) return null;
    throw fault;
  }
}
