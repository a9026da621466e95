import type { RowStatus } from '../../src/core/annotation/labelling';

/** How far one has come with a row, as a sign and in words. */
export const STATUS_SIGNS: Record<RowStatus, { icon: string; word: string }> = {
  untouched: { icon: 'circle-large-outline', word: 'not labelled' },
  begun: { icon: 'circle-large', word: 'begun' },
  done: { icon: 'pass', word: 'labelled' },
  skipped: { icon: 'debug-step-over', word: 'skipped' },
  'bad-problem': { icon: 'circle-slash', word: 'bad problem' },
  'gave-up': { icon: 'circle-slash', word: 'given up' },
};
