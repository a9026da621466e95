import { measuresIn } from './beside';
import type { Decoder } from './decoder';

/** Numbers about the row: one, also written as text, or those of an object by its keys. */
export const decodeMeasures: Decoder = ({ value, path }) => {
  const measures = measuresIn(value, path);
  return measures.length > 0 ? { measures } : null;
};
