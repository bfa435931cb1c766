// Made by scripts/web-operations.ts.
/** Whether the service answers as things were known on a day. */
export const hasAsOf: boolean = true;
