import type { ErrorAnswers } from '../core/agreement/answered-first-errors';
import type { AgreementFigure } from '../core/agreement/agreement-report';
import type { WordQuestions } from '../core/scheme/word-questions';
import type { Profile } from '../core/profile/profile';

/** What the thread is started with that computes how far annotators agree. It reads the logs beside the dataset itself. */
export interface AgreementRequest {
  /** The dataset's path. */
  dataset: string;
  /** The file that its rows are in: of an archive what was unpacked. */
  file: string;
  /** How its rows are read: agreement is told of each concept that they name. */
  profile: Profile;
  /** The answers that are first errors, of the project's schemes. */
  errors: ErrorAnswers[];
  /** Questions that are answered in words, which are not compared. */
  words: WordQuestions;
}

/** What it says, in this order: `progress` (`share` from 0 to 1) ten times a second at most, then one `done` or one `failed`. */
export type AgreementReport =
  | { kind: 'progress'; share: number; about: string }
  /** The figures of each question, in their order. */
  | { kind: 'done'; questions: AgreementFigure[][] }
  | { kind: 'failed'; message: string };
