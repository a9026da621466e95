/**
 * Spreadsheets run a cell that begins with one of these as a formula (also with the wide forms of East Asian keyboards).
 * After https://owasp.org/www-community/attacks/CSV_Injection
 */
const STARTS = '=+\\-@\\t\\r\\n＝＋－＠';
/** Texts that need the apostrophe; and those that begin with apostrophes themselves before such a sign, so that it can be undone. */
const NEEDS_GUARD = new RegExp(`^'*[${STARTS}]`);
const GUARDED = new RegExp(`^''*[${STARTS}]`);
/** A number calculates nothing: `-3` and `+5e3` stay as they are. */
const PLAIN_NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** The text of a cell that no spreadsheet runs: with an apostrophe before it, which spreadsheets read as "this is text". */
export function guarded(text: string): string {
  return NEEDS_GUARD.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** What `guarded` made its text of: one apostrophe goes from before a sign that begins a formula. */
export function unguarded(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
