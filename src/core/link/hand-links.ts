import type { Fold } from '../annotation/fold';
import type { HandLink } from './link-scan';

/** The links that people recorded and that stand, as groups: each named by who recorded it, and when. */
export function handLinks(fold: Fold): HandLink[] {
  return fold.links.map(({ value, row, annotator, time }) => ({
    type: value.type,
    name: `${annotator}, ${time}`,
    rows: [{ key: row.key, place: value.place }, ...value.rows],
  }));
}
