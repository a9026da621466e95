import type { LibraryEntry } from '../../src/core/profile/library-entry';
import type { Reading } from '../../src/core/profile/reading';
import { Choices } from '../reading/Choices';
import { ProblemPanes } from '../reading/ProblemPanes';
import { ReferenceText } from '../reading/ReferencePane';
import { RichText } from '../text/RichText';

interface ReviewProblemProps {
  reading: Reading;
  library: ReadonlyMap<string, LibraryEntry>;
}

/** The problem with its images and choices, and its answer. */
export function ReviewProblem({ reading, library }: ReviewProblemProps) {
  const { problemIds, answers, choices } = reading;
  const linked = problemIds.flatMap(({ id }) => library.get(id)?.answers ?? []);
  const [answer] = [...answers, ...linked];
  return (
    <div class="head">
      <div class="problem text">
        <ProblemPanes reading={reading} />
        {problemIds.map((reference) => (
          <ReferenceText reference={reference} library={library} field="problem" />
        ))}
        {choices.length > 0 && <Choices choices={choices} />}
      </div>
      {answer && (
        <div class="answer">
          <span class="mut">Reference answer</span>
          <b>
            <RichText source={answer} />
          </b>
        </div>
      )}
    </div>
  );
}
