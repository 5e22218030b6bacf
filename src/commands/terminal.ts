/** The output of a command. */
export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** Exit codes: everything is in order; faults were found; the command could not be carried out. */
export const EXIT = { good: 0, faults: 1, notDone: 2 } as const;
