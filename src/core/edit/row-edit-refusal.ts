/** Why a row was not edited. */
export type RefusalReason =
  'not-json' | 'duplicate-key' | 'no-such-field' | 'already-there' | 'too-deep' | 'line-break' | 'too-long';

/** A row edit that cannot be made without guessing or harm; the row is as it was. The message is for people. */
export class RowEditRefusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string) {
    super(message);
    this.name = 'RowEditRefusal';
    this.reason = reason;
  }
}
