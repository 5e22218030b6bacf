/** Where a command speaks to its operator. */
export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** What a command ends with: all is as it should be; something is not; it could not be done. */
export const EXIT = { good: 0, faults: 1, notDone: 2 } as const;
