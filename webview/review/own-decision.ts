import { placeOf } from '../../src/core/annotation/target-place';
import type { AnswerReview } from '../../src/core/review/answer-review';
import { questionOf, valuesIn } from '../../src/core/scheme/asked-questions';
import type { AnswerValue, AskedQuestion } from '../../src/core/scheme/asked-questions';
import { actions } from '../../src/protocol/actions';
import type { Action } from '../../src/protocol/actions';
import { choicesIn } from '../asking/picking';
import type { Picking } from '../asking/picking';
import type { Host } from '../host';
import type { Deciding } from '../page-state';
import type { Store } from '../store';
import { ownAnswers } from './own-answers';

/** What is in hand, and where a decision on it goes. */
interface Ruled {
  readonly answerInHand: AnswerReview | null;
  ruleAnswer(review: AnswerReview, answer: AnswerValue): Promise<void>;
  say(message: string): Promise<void>;
}

/** A reviewer's own answer to the question in hand, whether or not anybody gave it: by keys, by name, in words. */
export class OwnDecision {
  private readonly host: Host;
  private readonly store: Store;
  private readonly ruled: Ruled;

  constructor(host: Host, store: Store, ruled: Ruled) {
    this.host = host;
    this.store = store;
    this.ruled = ruled;
  }

  /** What is chosen of several, before it is decided: at first what was settled. */
  get chosen(): readonly string[] {
    const settled = this.ruled.answerInHand?.settled?.value;
    return this.deciding?.chosen ?? (settled === undefined ? [] : valuesIn(settled).map(String));
  }

  /** How often the box for words was asked for. */
  get wordsAsked(): number {
    return this.store.state.wordsAsked;
  }

  /** Focus asks what is in hand here: its scheme is in force. */
  get isAskedInFocus(): boolean {
    const { scheme } = this.store.state.opening;
    return scheme !== null && this.ruled.answerInHand?.scheme === scheme.name;
  }

  /** Words are being written. */
  get writing(): boolean {
    return this.deciding?.writing ?? false;
  }

  /** By the key that an answer has here; of several it is chosen, or chosen no more. */
  async byKey(by: Action): Promise<void> {
    const { question } = this;
    const review = this.ruled.answerInHand;
    if (!review) return this.ruled.say('This key decides on answers to a scheme: on steps g, n, b and u do.');
    const own = question && ownAnswers(question).find(({ action }) => action === by)?.value.value;
    if (own !== undefined && question?.way === 'several') return this.toggle(question, String(own));
    if (own !== undefined) return this.ruled.ruleAnswer(review, own);
    await this.ruled.say(
      `No answer has the key ${actions[by].cap} here: 1 to 4 take an annotator’s${this.otherwise}.`,
    );
  }

  private toggle({ values }: AskedQuestion, value: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(value)) chosen.add(value);
    const inOrder = values.map((each) => String(each.value)).filter((each) => chosen.has(each));
    this.update({ chosen: inOrder });
  }

  /** For what is chosen, by a name, or by words. */
  async confirm(): Promise<void> {
    const { question } = this;
    const review = this.ruled.answerInHand;
    if (this.picking) return this.store.update({ dialog: 'pick' });
    if (review && question?.way === 'several') return this.decideForChosen(review);
    if (question?.way === 'text') return this.askForWords();
    if (question?.way === 'span')
      return this.ruled.say(`Of a text 1 to 4 take an annotator’s part${this.otherwise}.`);
    if (question?.way === 'pick') return this.ruled.say(`1 to 4 take an annotator’s${this.otherwise}.`);
    await this.ruled.say('What is in hand is not chosen by name: its keys stand beside it.');
  }

  /** Opens the box for words; an open one takes the keys again. */
  private askForWords(): void {
    this.store.update({ wordsAsked: this.store.state.wordsAsked + 1 });
    this.update({ writing: true });
  }

  private decideForChosen(review: AnswerReview): Promise<void> {
    const chosen = [...this.chosen];
    return this.ruled.ruleAnswer(review, chosen);
  }

  /** The words that settle it; none settle nothing. */
  async write(text: string): Promise<void> {
    const review = this.ruled.answerInHand;
    const written = text.trim();
    this.leave();
    if (review && written !== '') await this.ruled.ruleAnswer(review, written);
  }

  /** What was begun is not kept. */
  leave(): void {
    if (this.store.state.deciding !== null) this.store.update({ deciding: null });
  }

  /** What was begun ends when something else comes in hand. */
  look(): void {
    if (this.deciding === null) this.leave();
  }

  /** Choosing by name; null where what is in hand has no names. */
  get picking(): Picking | null {
    const { question } = this;
    const review = this.ruled.answerInHand;
    if (!review || question?.way !== 'pick') return null;
    const inForce = this.store.state.opening.scheme?.name;
    if (question.catalogue !== null && review.scheme !== inForce) return null; // whose catalogue is not open
    return {
      ...{ title: question.title, chosen: review.settled?.value },
      choices: async () =>
        question.catalogue === null ? choicesIn(question) : this.host.catalogue(question.id),
      take: (id) => this.ruled.ruleAnswer(review, id),
    };
  }

  /** How else an answer is come by. */
  private get otherwise(): string {
    const { question } = this;
    const scheme = this.ruled.answerInHand?.scheme ?? '';
    if (!question) return `: the scheme “${scheme}” is not in scholium.json any more`;
    const elsewhere = question.way === 'span' || (question.way === 'pick' && this.picking === null);
    if (!elsewhere || this.isAskedInFocus) return OTHERWISE[question.way];
    return `; for another choose “${scheme}” (⇧K), give it in Focus, take it here (⇧W)`;
  }

  private get question(): AskedQuestion | undefined {
    const review = this.ruled.answerInHand;
    return review ? questionOf(review, this.store.state.opening.schemes) : undefined;
  }

  /** What was begun of the question in hand, not of another. */
  private get deciding(): Deciding | null {
    const { deciding } = this.store.state;
    return deciding !== null && deciding.about === this.about ? deciding : null; // what is in hand is worked out only then
  }

  private get about(): string {
    const { row, view } = this.store.state;
    const review = view === 'review' ? this.ruled.answerInHand : null;
    return review
      ? JSON.stringify([row?.packet.key, review.scheme, review.question, placeOf(review.target)])
      : '';
  }

  private update(change: Partial<Deciding>): void {
    const begun = this.deciding ?? { about: this.about, chosen: null, writing: false };
    this.store.update({ deciding: { ...begun, ...change } });
  }
}

/** How else an answer is come by, for each way that it has. */
const OTHERWISE: Record<AskedQuestion['way'], string> = {
  one: ', and the others have their keys beside them',
  several: ', the others have their keys beside them, and ↵ decides for those chosen',
  pick: ', and ↵ chooses one by name',
  text: ', and ↵ writes other words',
  span: '; for another go to Focus (⇧F), give it there, and take it here (⇧W)',
};
