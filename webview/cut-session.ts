import { AS_THE_DATASET, divisionsOf, joinedBefore } from '../src/core/cut/cut-changes';
import type { Division } from '../src/core/cut/cut-changes';
import { cutsIn } from '../src/core/cut/cut-reading';
import { cutTrace } from '../src/core/cut/cut-trace';
import { recut } from '../src/core/cut/labels-follow';
import { stepName } from '../src/core/cut/step-target';
import { firstCutApart, nextCut, teamCuts } from '../src/core/cut/team-cuts';
import type { TeamCut } from '../src/core/cut/team-cuts';
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
    if (trace && place) await this.session.inSight.occupy(this.changeOwn(trace, step, place.cut, step));
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
    await this.session.inSight.occupy(this.changeOwn(trace, step, cut, step - 1));
  }

  /** The cuts that people have of the trace in hand, in the order in which they are taken over. */
  get team(): TeamCut[] {
    const { row } = this.state;
    const { trace } = this.inHand;
    if (!row || !trace) return [];
    const inForce = row.packet.review.flatMap(({ decision, drifted }) =>
      drifted && decision.what === 'cut' ? [] : [decision],
    );
    return teamCuts(trace.uncut ?? trace, inForce);
  }

  /** The cut that is taken over next; null where nobody has another than oneself. */
  get next(): TeamCut | null {
    const { trace } = this.inHand;
    return trace ? nextCut(this.team, this.ownCutOf(trace)) : null;
  }

  /** Cuts the trace in hand as colleagues do. Their labels stay theirs; one's own go with the text. */
  async takeOver(): Promise<void> {
    const { trace } = this.inHand;
    const { next } = this;
    if (!trace) return this.say(NO_STEP);
    if (!next) return this.say('Nobody cuts this trace otherwise than you do.');
    const fault = this.faultOf(trace);
    if (fault !== null) return this.say(fault);
    const own = this.ownCutOf(trace);
    const differed = await this.session.inSight.occupy(
      this.change(own, firstCutApart(own, next.trace), next.cut),
    );
    if (differed)
      await this.say('What you said of joined steps differed: it is asked again when you read the row (⇧F).');
  }

  private async changeOwn(trace: Trace, step: number, cut: TraceCut, to: number): Promise<void> {
    const { cursor } = this.state;
    const differed = await this.change(trace, step, cut, () =>
      this.store.update({ cursor: { ...cursor, step: to } }),
    );
    const now = this.inHand.trace;
    if (differed && now)
      await this.say(`What was joined was labelled differently: say what step ${stepName(now, to)} is.`);
  }

  /** Resolves with whether what was said of joined steps differed. All that was said must be known before it moves. */
  private async change(trace: Trace, step: number, cut: TraceCut, then?: () => void): Promise<boolean> {
    await this.session.written;
    const { decisions, differed } = recut(trace, step, cut, this.own, this.state.opening.scheme);
    await this.session.decide(decisions, then);
    return differed;
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

  private ownCutOf(trace: Trace): Trace {
    return cutTrace(trace.uncut ?? trace, this.cutOf(trace));
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
