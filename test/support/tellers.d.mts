export interface Told {
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
}

export function tellStories(paths: readonly string[], settings: { root: string; env: NodeJS.ProcessEnv; tellers?: number; say?: (words: string) => void }): Promise<Told>;
