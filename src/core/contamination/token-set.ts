const LEAST_PLACES = 1 << 8;

/** A set of tokens that is emptied and filled again for each text. It keeps to as little memory as the text needs. */
export class TokenSet {
  private tokens = new Uint32Array(LEAST_PLACES);
  private stamps = new Uint32Array(LEAST_PLACES);
  private stamp = 0;
  private mask = LEAST_PLACES - 1;

  /** Empties it, and makes room for so many tokens. */
  start(tokens: number): void {
    let size = LEAST_PLACES;
    while (size < tokens * 3) size *= 2;
    if (size > this.tokens.length) {
      this.tokens = new Uint32Array(size);
      this.stamps = new Uint32Array(size);
      this.stamp = 0;
    }
    this.mask = size - 1;
    this.stamp++;
  }

  /** Whether the token is a new one. */
  add(token: number): boolean {
    const { tokens, stamps, stamp, mask } = this;
    let place = token & mask;
    for (; stamps[place] === stamp; place = (place + 1) & mask) if (tokens[place] === token) return false;
    tokens[place] = token;
    stamps[place] = stamp;
    return true;
  }

  has(token: number): boolean {
    const { tokens, stamps, stamp, mask } = this;
    for (let place = token & mask; stamps[place] === stamp; place = (place + 1) & mask)
      if (tokens[place] === token) return true;
    return false;
  }
}
