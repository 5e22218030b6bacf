/** Repeats something at an interval while other work is running, never twice at once, until it is stopped. */
export class Heartbeat {
  private beating: Promise<void> | null = null;
  private readonly timer: NodeJS.Timeout;

  /** @param beat must not reject */
  constructor(milliseconds: number, beat: () => Promise<void>) {
    this.timer = setInterval(() => {
      this.beating ??= beat().finally(() => {
        this.beating = null;
      });
    }, milliseconds);
    this.timer.unref();
  }

  /** Resolves when a running beat has ended; there is none afterwards. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
  }
}
