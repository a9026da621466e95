import { isAnswer, isAnswerRuling } from '../../src/core/annotation/label-kinds';
import { targetName } from '../../src/core/cut/step-target';
import { spansIn, valuesIn } from '../../src/core/scheme/asked-questions';
import type { AnswerValue } from '../../src/core/scheme/asked-questions';
import type { Decision } from '../../src/core/annotation/event';
import { regionName } from '../pictures/region-words';

/** What was decided, in a few words. */
export function decisionInWords(decision: Decision): string {
  return `${aboutWords(decision)}${saidWords(decision)}`;
}

function aboutWords({ target }: Decision): string {
  switch (target.kind) {
    case 'step':
      return `step ${targetName(target)}: `;
    case 'trace':
      return 'trace: ';
    case 'problem':
      return 'problem: ';
    case 'hint':
    case 'concept':
      return `${target.kind} ${target.at + 1}: `;
    case 'pair':
      return 'pair: ';
    case 'region':
      return target.shape ? `${regionName(target).toLowerCase()}: ` : '';
    case 'row':
      return '';
  }
}

function saidWords(decision: Decision): string {
  if (isAnswerRuling(decision))
    return `${decision.question} settled as ${answerWords(decision.value.answer)}`;
  if (isAnswer(decision)) {
    const why = decision.rationale === undefined ? '' : `, ${decision.rationale}`;
    return `${decision.question} ${answerWords(decision.value)}${why}`;
  }
  switch (decision.what) {
    case 'label':
    case 'verdict':
      return decision.value;
    case 'mark':
      return decision.reason === undefined ? decision.value : `${decision.value}, ${decision.reason}`;
    case 'flag':
      return `flag, ${decision.value.category}`;
    case 'reply':
      return `answer to a flag, ${decision.value.state ?? decision.value.comment}`;
    case 'link':
      return `linked as ${decision.value.type}`;
    case 'tag':
      return `${decision.value.on ? 'tag' : 'tag off'} ${decision.value.name}`;
    case 'comment':
      return `comment, ${decision.value}`;
    case 'carry':
      return 'still holds';
    case 'drop':
      return 'dropped';
    case 'cut':
      return 'cut otherwise';
    case 'adjudication':
      return `settled as ${decision.value.label}`;
    case 'region':
      return `region ${decision.value.label}`;
    case 'contamination':
      return `${decision.value.verdict} as ${decision.value.item} of ${decision.value.benchmark}`;
    case 'duplicate':
      return `${decision.value.verdict} as ${decision.value.item} of ${decision.value.file}`;
    case 'quarantine':
      return decision.value.on ? 'quarantine' : 'out of quarantine';
    case 'curation':
      return decision.value.verdict;
    case 'finding':
      return `${decision.value.rule} ${decision.value.verdict}`;
  }
}

function answerWords(value: AnswerValue | null): string {
  if (value === null) return 'taken back';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const spans = spansIn(value).map(({ text }) => text);
  return (spans.length > 0 ? spans : valuesIn(value)).join(', ') || 'none';
}
