/** What is worth knowing about something that went wrong, for whoever runs the service. */
export interface LogEntry {
  readonly event: string;
  readonly [fact: string]: unknown;
}

export type Log = (entry: LogEntry) => void;

/** One line of JSON on stderr. */
export const logToStderr: Log = (entry) => console.error(JSON.stringify({ at: new Date().toISOString(), ...entry }));
