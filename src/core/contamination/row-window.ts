import { alignmentWeight } from './benchmark-index';
import type { BenchmarkIndex } from './benchmark-index';
import { SHARES } from './features';
import { TokenSet } from './token-set';
import { KIND } from './tokens';
import type { Tokens } from './tokens';

/** The part of a row's text that items are compared with, and which tokens it has. */
export class RowWindow {
  from = 0;
  to = 0;
  /** Sum of the weights of its tokens in an alignment. */
  sum = 0;
  /** Of its different words, letters and numbers: the sum of their weights, and how many are numbers. */
  bagSum = 0;
  bagNumbers = 0;
  hasNumber = false;
  private readonly index: BenchmarkIndex;
  private readonly tokens = new TokenSet();
  private taken = false;

  constructor(index: BenchmarkIndex) {
    this.index = index;
  }

  /** Another text comes. */
  forget(): void {
    this.taken = false;
  }

  has(token: number): boolean {
    return this.tokens.has(token);
  }

  /** Takes the tokens of the text from `from` to `to`. */
  take({ exact, kinds }: Tokens, from: number, to: number): void {
    if (this.taken && this.from === from && this.to === to) return;
    this.taken = true;
    this.from = from;
    this.to = to;
    this.sum = 0;
    this.bagSum = 0;
    this.bagNumbers = 0;
    this.hasNumber = false;
    this.tokens.start(to - from);
    for (let at = from; at < to; at++) this.addToken(exact[at] ?? 0, kinds[at] ?? 0);
  }

  private addToken(token: number, kind: number): void {
    const isNew = this.tokens.add(token);
    const weight = isNew || kind === KIND.content ? this.index.wordWeight(token) : 0;
    this.sum += alignmentWeight(kind, weight);
    if (kind === KIND.number) this.hasNumber = true;
    if (!isNew || kind === KIND.stop) return;
    this.bagSum += (SHARES[kind] ?? 0) * weight;
    if (kind === KIND.number) this.bagNumbers++;
  }
}
