/** A least-recently-used cache with a limit in bytes. */
export class BoundedCache<Value> {
  private readonly kept = new Map<string, Value>();
  private bytes = 0;

  constructor(
    private readonly mostBytes: number,
    private readonly bytesOf: (value: Value) => number,
  ) {}

  get(key: string): Value | undefined {
    const value = this.kept.get(key);
    if (value === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, value);
    return value;
  }

  /** A value that alone exceeds the limit is not kept. */
  set(key: string, value: Value): void {
    this.forget(key);
    this.kept.set(key, value);
    this.bytes += this.bytesOf(value);
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.mostBytes) break;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    const value = this.kept.get(key);
    if (value === undefined) return;
    this.kept.delete(key);
    this.bytes -= this.bytesOf(value);
  }
}
