import type { StepLabel } from '../annotation/event';

/** The labels that are held against each other, in the order of rows and columns. */
export const MATRIX_LABELS: readonly StepLabel[] = ['good', 'neutral', 'bad', 'unsure'];
