import { AS_THE_DATASET, divisionsOf, joinedBefore } from '../src/core/cut/cut-changes';
import type { Division } from '../src/core/cut/cut-changes';
import { cutsIn } from '../src/core/cut/cut-reading';
import { recut } from '../src/core/cut/labels-follow';
import { stepName } from '../src/core/cut/step-target';
import type { SignedDecision, TraceCut } from '../src/core/annotation/event';
import type { Trace } from '../src/core/profile/reading';
import { driftedLabels } from './drifted-labels';
import type { PageState } from './page-state';
import type { Session } from './session';
import type { Store } from './store';
import { isBreakable } from './text/breakable';

/** Cutting a trace into other steps than the dataset does: dividing the step in hand, or joining it to the one before. */
export class CutSession {
  private readonly store: Store;
  private readonly session: Session;

  constructor(store: Store, session: Session) {
    this.store = store;
    this.session = session;
  }

  /** Asks where to divide the step in hand. */
  divide(): void | Promise<void> {
    const { trace, step } = this.inHand;
    if (!trace?.steps[step]) return this.say(NO_STEP);
    const fault = this.faultOf(trace);
    if (fault !== null) return this.say(fault);
    const parts = [trace.steps[step], ...(trace.steps[step].joined ?? [])];
    const places = divisionsOf(trace, step, this.cutOf(trace)).filter(({ part, at }) => {
      const source = parts[part]?.source;
      return source !== undefined && isBreakable(source, at);
    });
    if (places.length === 0)
      return this.say(
        `Step ${stepName(trace, step)} is not divided: it is a word, a formula or a program, and these stay whole.`,
      );
    const first = places.findIndex(({ begins }) => begins);
    this.store.update({ dividing: { places, at: Math.max(0, first) } });
  }

  /** Goes to another place: where a sentence, a clause or a line begins, or by single words. */
  walk(by: 1 | -1, words: boolean): void {
    const { dividing } = this.state;
    if (!dividing) return;
    const { places, at } = dividing;
    for (let to = at + by; to >= 0 && to < places.length; to += by)
      if (words || places[to]?.begins) return this.store.update({ dividing: { places, at: to } });
  }

  /** Divides the step at the place in hand. */
  async confirm(): Promise<void> {
    const { dividing } = this.state;
    const place = dividing?.places[dividing.at];
    this.leave();
    const { trace, step } = this.inHand;
    if (trace && place) await this.session.occupy(this.change(trace, step, place.cut, step));
  }

  leave(): void {
    this.store.update({ dividing: null });
  }

  /** Joins the step in hand to the one before. */
  async join(): Promise<void> {
    const { trace, step } = this.inHand;
    if (!trace?.steps[step]) return this.say(NO_STEP);
    const cut = joinedBefore(trace, step, this.cutOf(trace));
    if (typeof cut === 'string') return this.say(cut);
    const fault = this.faultOf(trace);
    if (fault !== null) return this.say(fault);
    await this.session.occupy(this.change(trace, step, cut, step - 1));
  }

  /** What was said of the steps must be known whole before it moves. */
  private async change(trace: Trace, step: number, cut: TraceCut, to: number): Promise<void> {
    await this.session.written;
    const { decisions, differed } = recut(trace, step, cut, this.own, this.state.opening.scheme);
    const { cursor } = this.state;
    await this.session.decide(decisions, () => this.store.update({ cursor: { ...cursor, step: to } }));
    const now = this.inHand.trace;
    if (differed && now)
      await this.say(`What was joined was labelled differently: say what step ${stepName(now, to)} is.`);
  }

  /** Labels of an earlier text are not given to a new one unasked. */
  private faultOf({ id }: Trace): string | null {
    const { row, opening } = this.state;
    const drifted = driftedLabels(row?.packet.standing ?? [], opening.annotator);
    if (!drifted.some(({ target }) => 'trace' in target && target.trace === id)) return null;
    return 'Labels of an earlier text stand here: carry them over (⇧Y) or drop them (⇧X) before you cut the trace.';
  }

  private get inHand(): { trace: Trace | undefined; step: number } {
    const { trace, step } = this.state.cursor;
    return { trace: this.session.traces[trace]?.trace, step };
  }

  private cutOf({ id }: Trace): TraceCut {
    return cutsIn(this.session.decisions).get(id) ?? AS_THE_DATASET;
  }

  private get own(): SignedDecision[] {
    const { row, opening } = this.state;
    return (row?.packet.standing ?? []).flatMap(({ decision }) =>
      decision.annotator === opening.annotator ? [decision] : [],
    );
  }

  private say(message: string): Promise<void> {
    return this.session.ask(() => Promise.reject(new Error(message)));
  }

  private get state(): PageState {
    return this.store.state;
  }
}

const NO_STEP = 'No step is in hand: j and k go to one.';

/** Where a step that is being divided is to end. */
export interface Dividing {
  places: Division[];
  /** Which of them is in hand. */
  at: number;
}
