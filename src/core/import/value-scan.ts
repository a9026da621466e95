export const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
export const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Space, tab, line feed, carriage return: all the white space that JSON knows. */
export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** The first byte at or after `at` that is no white space; `bytes.length` when there is none. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  let here = at;
  while (here < bytes.length && isSpace(bytes[here])) here++;
  return here;
}

/**
 * Finds where a JSON value ends, from its brackets and quotes alone: what is between them need not be JSON. Can go on when more bytes
 * have come.
 */
export class ValueScan {
  /** The closing brackets that are awaited, innermost last. */
  private readonly awaited: number[] = [];
  private at = 0;
  private inText = false;

  /**
   * `bytes` begins with the value. Gives the offset behind its last byte, or -1 when `bytes` ends before: then call again with the same
   * bytes and more.
   */
  end(bytes: Buffer): number {
    while (this.at < bytes.length) {
      const end = this.inText ? this.throughText(bytes) : this.step(bytes, bytes[this.at] ?? 0);
      if (end !== null) return end;
    }
    return -1;
  }

  /** One byte outside of texts. Null when the value goes on. */
  private step(bytes: Buffer, byte: number): number | null {
    switch (byte) {
      case QUOTE:
        this.inText = true;
        return this.throughText(bytes);
      case OPEN_OBJECT:
      case OPEN_LIST:
        this.awaited.push(byte + 2); // each closing bracket stands two places after its opening one
        break;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        return this.close(byte);
      case COMMA:
        if (this.awaited.length === 0) return this.at;
        break;
      default:
        if (this.awaited.length === 0 && isSpace(byte)) return this.at;
    }
    this.at++;
    return null;
  }

  /** A bracket that closes an outer one closes those within too; one that closes nothing belongs to what is around the value. */
  private close(byte: number): number | null {
    const level = this.awaited.lastIndexOf(byte);
    if (level === -1) return this.at;
    this.awaited.length = level;
    this.at++;
    return level === 0 ? this.at : null;
  }

  /** From the opening quote, at which `at` stays until the closing one is there. */
  private throughText(bytes: Buffer): number | null {
    let quote = bytes.indexOf(QUOTE, this.at + 1);
    while (quote !== -1 && isEscaped(bytes, quote)) quote = bytes.indexOf(QUOTE, quote + 1);
    if (quote === -1) return -1;
    this.inText = false;
    this.at = quote + 1;
    return this.awaited.length === 0 ? this.at : null;
  }
}

function isEscaped(bytes: Buffer, at: number): boolean {
  let slashes = 0;
  while (bytes[at - slashes - 1] === BACKSLASH) slashes++;
  return slashes % 2 === 1;
}
