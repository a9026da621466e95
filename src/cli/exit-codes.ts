/** What the process ends with. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, unreadable: 3 } as const;

/** The command was called wrongly. */
export class UsageError extends Error {}

/** A file cannot be read. The message names it. */
export class UnreadableInput extends Error {}
