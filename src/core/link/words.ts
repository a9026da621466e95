/** Short texts by number, each kept once: rows of one dataset say the same few things again and again. */
export class Words {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];

  get length(): number {
    return this.texts.length;
  }

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  /** The text with a number that was given out here. */
  at(number: number): string {
    return this.texts[number] ?? '';
  }

  /** The texts from a number on. */
  from(number: number): string[] {
    return this.texts.slice(number);
  }
}
