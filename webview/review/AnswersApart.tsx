import type { ComponentChildren } from 'preact';
import { placeOf } from '../../src/core/annotation/target-place';
import type { AnswerReview } from '../../src/core/review/answer-review';
import { isDue } from '../../src/core/review/trace-review';
import { answerText } from '../../src/core/scheme/asked-questions';
import type { AskedQuestion, AnswerValue } from '../../src/core/scheme/asked-questions';
import { answerInWords, targetInWords } from '../asking/answer-words';
import type { PageState } from '../page-state';
import type { ReviewSession } from '../review-session';
import { RegionPicture } from '../pictures/RegionPicture';
import { AnsweredPart } from './AnsweredPart';
import type { AnsweredRow } from './AnsweredPart';
import { TAKEN } from './ReviewHead';
import { questionOf } from './review-words';

interface AnswersApartProps {
  state: PageState;
  review: ReviewSession;
  row: AnsweredRow;
}

/** What annotators answered to the questions of schemes, a line for each question about each part of the row. */
export function AnswersApart({ state, review, row }: AnswersApartProps) {
  const { answers, answerers, answerInHand } = review;
  const { traces } = row;
  const places = answers.map(({ target }) => placeOf(target));
  return (
    <div class="adj-rows" style={{ '--people': answerers.length + 1 }}>
      <div class="line names" role="row">
        {answerers.map((name, at) => (
          <span class="c" role="columnheader" title={name}>
            <span class="name">{name}</span> {at < TAKEN.length && <kbd>{at + 1}</kbd>}
          </span>
        ))}
        <span class="c" role="columnheader">
          settled
        </span>
        <span />
        <span role="columnheader">Answers</span>
      </div>
      {answers.map((each, at) => {
        const now = answerInHand !== null && state.cursor.step === at;
        return (
          <AnswerLine
            key={at}
            review={each}
            question={questionOf(each, state.opening.scheme)}
            about={targetInWords(each.target, traces)}
            answerers={answerers}
            now={now}
            part={
              (now || places.indexOf(places[at] ?? '') === at) && (
                <AnsweredPart row={row} target={each.target} />
              )
            }
          />
        );
      })}
    </div>
  );
}

interface AnswerLineProps {
  review: AnswerReview;
  /** Known where the scheme is the one in force: then its own words are shown. */
  question: AskedQuestion | undefined;
  about: string;
  answerers: string[];
  now: boolean;
  /** What it is about; of several questions at the first, and at the one in hand. */
  part: ComponentChildren;
}

function AnswerLine({ review, question, about, answerers, now, part }: AnswerLineProps) {
  const { said, settled, standing } = review;
  const words = (value: AnswerValue) => (question ? answerInWords(question, value) : plain(value));
  const state = isDue(standing) ? 'diff' : 'same';
  return (
    <div class={`line ${now ? 'now whole' : ''} ${state}`} role="row" aria-current={now ? 'true' : undefined}>
      {answerers.map((name) => {
        const answer = said.get(name);
        return (
          <span
            class="c answer-word"
            role="gridcell"
            title={
              answer
                ? [words(answer.value), answer.rationale ?? ''].filter(Boolean).join(': ')
                : `${name}: no answer`
            }
          >
            {answer ? words(answer.value) : '–'}
          </span>
        );
      })}
      <span
        class="c answer-word"
        role="gridcell"
        title={settled ? `${words(settled.value)}, by ${settled.by}` : ''}
      >
        {settled && <b>{words(settled.value)}</b>}
      </span>
      <span />
      <span class="t" role="gridcell">
        {about}: {question?.title ?? review.question}{' '}
        <span class="mut">{isDue(standing) ? 'they differ' : standing}</span>
        {[...said].flatMap(([name, { rationale }]) =>
          rationale === undefined ? [] : [<span class="why"> {`${name}: ${rationale}`}</span>],
        )}
        {part}
        {now && review.target.kind === 'region' && <RegionPicture target={review.target} />}
      </span>
    </div>
  );
}

function plain(value: AnswerValue): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return answerText(value) || 'None';
}

/** In place of the agreement of labels, which answers are not in. */
export function AnswersHelp() {
  return (
    <aside class="agree" aria-label="Agreement">
      <p class="mut">
        A number takes the answer of the annotator in that column. The command “Show Agreement of Annotators”
        says how far they agree over the dataset, question by question.
      </p>
    </aside>
  );
}
