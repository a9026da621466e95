import { drawnRegions } from '../annotation/drawn-regions';
import type { Decision, RegionTarget } from '../annotation/event';
import type { Reading } from '../profile/reading';

/** What a region that the dataset marks is called in logs, by its place among all of the row (0-based). */
export function datasetRegion(at: number): string {
  return `dataset-${at}`;
}

/** Whether the dataset marks a region, so that it is the same one for everybody. */
export function isOfDataset({ region }: RegionTarget): boolean {
  return /^dataset-\d+$/.test(region);
}

/**
 * The regions of a row's images that can be asked about, with where they are: those that the dataset marks, which are the same for
 * everybody, then those that were drawn.
 */
export function regionTargets(
  { regions, media }: Pick<Reading, 'regions' | 'media'>,
  decisions: readonly Decision[],
): RegionTarget[] {
  const marked = regions.flatMap(({ image, shape, unit }, at): RegionTarget[] => {
    const medium = media[image];
    if (!medium) return [];
    const { path, file } = medium;
    const place = { shape, ...(unit === 'part' ? { unit } : {}) };
    return [{ kind: 'region', region: datasetRegion(at), path, file, image: '', ...place }];
  });
  return [...marked, ...drawnRegions(decisions).map(({ target, shape }) => ({ ...target, shape }))];
}
