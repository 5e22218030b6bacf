export interface FileResult {
  /** Path relative to the root of the run. */
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
  readonly seconds: number;
}

interface Settings {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly options?: readonly string[];
  readonly stderr?: 'inherit' | 'ignore';
  readonly print?: (text: string) => void;
}

export function runJest(paths: readonly string[], settings: Settings): Promise<FileResult[]>;
