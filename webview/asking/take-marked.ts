import type { AnswerSession } from '../answer-session';
import { selectedSpan } from './selected-span';

/** What the pointer marked in the part of the row that is asked about is in hand, where a part of its text is asked for. */
export function takeMarked(answers: AnswerSession): void {
  const selection = document.getSelection();
  if (!answers.asks || answers.question?.way !== 'span' || !selection || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const roots = rootsOf(answers);
  for (const [at, source] of answers.spans.texts.entries()) {
    const root = roots[at];
    const span = root && range.intersectsNode(root) ? selectedSpan(root, source, range) : null;
    if (!span) continue;
    selection.removeAllRanges();
    return answers.spans.take(at, span.start, span.end);
  }
}

/** Where the texts in hand are drawn, one element each. */
function rootsOf({ current }: AnswerSession): Element[] {
  const selector = current?.target.kind === 'step' ? '.step.now > .t > .text' : '.ref .asked[aria-current]';
  return [...document.querySelectorAll(selector)];
}
