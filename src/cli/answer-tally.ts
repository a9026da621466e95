import { isEqual } from '../core/answer/comparison';
import type { AnswerJudgement } from '../core/answer/judge-answer';

interface Counts {
  equal: number;
  different: number;
  untold: number;
  disagreeing: number;
  published: number;
}

/** How often each author is right, and how often the dataset says otherwise. */
export class AnswerTally {
  private readonly byAuthor = new Map<string, Counts>();

  add(author: string, judgement: AnswerJudgement, published: boolean | null): void {
    const counts = this.byAuthor.get(author) ?? {
      equal: 0,
      different: 0,
      untold: 0,
      disagreeing: 0,
      published: 0,
    };
    const equal = isEqual(judgement);
    const untold = judgement.verdict === 'cannot-tell';
    if (equal) counts.equal++;
    else if (untold) counts.untold++;
    else counts.different++;
    if (published !== null) counts.published++;
    if (published !== null && !untold && published !== equal) counts.disagreeing++;
    this.byAuthor.set(author, counts);
  }

  get allEqual(): boolean {
    return [...this.byAuthor.values()].every(({ different, untold }) => different + untold === 0);
  }

  /** A sentence an author. */
  lines(): string[] {
    return [...this.byAuthor].map(([author, { equal, different, untold, disagreeing, published }]) => {
      const all = equal + different + untold;
      const said = published > 0 ? `, ${disagreeing} of ${published} unlike the dataset’s own verdict` : '';
      const share = ((100 * equal) / all).toFixed(1);
      return `${author === '' ? '' : `${author}: `}${equal} of ${all} right (${share} %), ${untold} undecided${said}`;
    });
  }
}
