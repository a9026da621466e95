const LEAST_PLACES = 1 << 13;

/** A set of tokens that is emptied and filled again for each text. */
export class TokenSet {
  private tokens = new Uint32Array(LEAST_PLACES);
  private stamps = new Uint32Array(LEAST_PLACES);
  private stamp = 0;

  /** Empties it, and makes room for so many tokens. */
  start(tokens: number): void {
    if (tokens > this.tokens.length / 2) this.grow(tokens);
    this.stamp++;
  }

  /** Whether the token is a new one. */
  add(token: number): boolean {
    const place = this.placeOf(token);
    if (this.stamps[place] === this.stamp) return false;
    this.tokens[place] = token;
    this.stamps[place] = this.stamp;
    return true;
  }

  has(token: number): boolean {
    return this.stamps[this.placeOf(token)] === this.stamp;
  }

  /** Where a token is, or would be. */
  private placeOf(token: number): number {
    const { tokens, stamps, stamp } = this;
    const mask = tokens.length - 1;
    let place = token & mask;
    while (stamps[place] === stamp && tokens[place] !== token) place = (place + 1) & mask;
    return place;
  }

  private grow(tokens: number): void {
    let size = this.tokens.length;
    while (size < tokens * 2) size *= 2;
    this.tokens = new Uint32Array(size);
    this.stamps = new Uint32Array(size);
    this.stamp = 0;
  }
}
