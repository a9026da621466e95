import { isModel } from '../annotation/annotator-name';
import type { Decision, SignedDecision } from '../annotation/event';
import { isAnswer, isStepLabel } from '../annotation/label-kinds';
import { placeOf } from '../annotation/target-place';

/** What an annotator and a model said of the same places, and what became of it once the suggestion was seen. */
export interface SuggestionEffect {
  annotator: string;
  model: string;
  /** Places that the annotator labelled without having seen the model's word. */
  blind: number;
  /** Of these, where both said the same. */
  same: number;
  /** Labels changed after it was seen: to what the model says, */
  changedTo: number;
  /** or to something else. */
  changedOtherwise: number;
}

/** Whether a decision is one that a model can suggest. */
function isSuggestable(decision: SignedDecision): boolean {
  return isStepLabel(decision) || decision.what === 'verdict' || isAnswer(decision);
}

/** What a decision is about: a step, a trace, or a question about a part of the row. */
export function suggestionPlace(decision: Decision): string {
  const question = isAnswer(decision) ? [decision.scheme, decision.question] : [];
  return JSON.stringify([decision.what, placeOf(decision.target), ...question]);
}

/** What models say of that of which the annotator has spoken: no other suggestion is shown. `standing`: of one row. */
export function suggestionsFor(
  standing: readonly SignedDecision[],
  annotator: string | null,
): SignedDecision[] {
  const labels = standing.filter((decision) => isSuggestable(decision) && decision.value !== null); // null: withdrawn
  const own = new Set(labels.filter((label) => label.annotator === annotator).map(suggestionPlace));
  return labels.filter((label) => isModel(label.annotator) && own.has(suggestionPlace(label)));
}

/**
 * How people and models go together. `decisions`: all of everybody that were not taken back, those that were replaced as well,
 * oldest first.
 */
export function suggestionEffects(decisions: readonly SignedDecision[]): SuggestionEffect[] {
  const labels = decisions.filter(isSuggestable);
  const suggested = new Map<string, SignedDecision[]>();
  for (const label of labels.filter(({ annotator }) => isModel(annotator))) {
    const here = suggested.get(placeInRow(label)) ?? [];
    suggested.set(placeInRow(label), here);
    here.push(label);
  }
  const effects = new Map<string, SuggestionEffect>();
  const before = new Set<string>();
  for (const label of labels) {
    if (isModel(label.annotator)) continue;
    const own = JSON.stringify([label.annotator, placeInRow(label)]);
    for (const suggestion of suggested.get(placeInRow(label)) ?? [])
      note(effectIn(effects, label.annotator, suggestion.annotator), label, suggestion, before.has(own));
    before.add(own);
  }
  return [...effects.values()];
}

function placeInRow(decision: SignedDecision): string {
  return `${decision.row.key} ${suggestionPlace(decision)}`;
}

function effectIn(
  effects: Map<string, SuggestionEffect>,
  annotator: string,
  model: string,
): SuggestionEffect {
  const key = JSON.stringify([annotator, model]);
  const effect = effects.get(key) ?? {
    annotator,
    model,
    blind: 0,
    same: 0,
    changedTo: 0,
    changedOtherwise: 0,
  };
  effects.set(key, effect);
  return effect;
}

/** The first label of a place is blind; a later one that names the suggestion as seen is a change after it. */
function note(
  effect: SuggestionEffect,
  label: SignedDecision,
  suggestion: SignedDecision,
  again: boolean,
): void {
  const same = JSON.stringify(label.value) === JSON.stringify(suggestion.value);
  const seen = label.seen?.includes(suggestion.id) ?? false;
  if (!again && !seen) {
    effect.blind++;
    if (same) effect.same++;
  } else if (seen && same) effect.changedTo++;
  else if (seen) effect.changedOtherwise++;
}

/** The effects as lines of text; '' where no model said anything. */
export function suggestionEffectWords(effects: readonly SuggestionEffect[]): string {
  return effects
    .map(
      ({ annotator, model, blind, same, changedTo, changedOtherwise }) =>
        `${annotator} and ${model}: ${same} of ${blind} labels given blind are the same; after it was seen ${changedTo} changed to it, ${changedOtherwise} otherwise.\n`,
    )
    .join('');
}
