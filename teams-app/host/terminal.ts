export interface Terminal {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Writes over the last progress line; a pipe gets nothing. */
  readonly progress: (line: string) => void;
}
