/** Something that opens processes and takes three actions on each; what is compared. */
export interface Doel {
  readonly naam: string;
  /** The processes whose CPU it uses. */
  readonly pids: Readonly<Record<string, number>>;
  /** Opens a process, durably, and gives its id. */
  start(): Promise<string>;
  /** Takes action 0, 1 or 2 of a process; resolves when it is accepted. */
  handel(id: string, nummer: number): Promise<void>;
}

/** How many actions follow on a start. */
export const ACTIES = 3;
