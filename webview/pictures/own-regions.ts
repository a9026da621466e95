import type { DrawnRegion } from '../../src/core/annotation/drawn-regions';
import type { RegionTarget } from '../../src/core/annotation/event';
import type { Medium } from '../../src/core/profile/reading';
import { pathText } from '../../src/core/row/json';
import type { MarkedRegion } from './RegionMarks';

export interface OwnRegion extends MarkedRegion {
  target: RegionTarget;
}

/** The regions that were drawn in one image, as they are marked there. */
export function ownRegions(drawn: readonly DrawnRegion[], medium: Medium): OwnRegion[] {
  return drawn.flatMap(({ target, shape, label }) =>
    isIn(target, medium) ? [{ id: target.region, label, shape, by: 'own', target }] : [],
  );
}

/** Whether a region is one of an image. */
export function isIn({ path, file }: RegionTarget, medium: Medium): boolean {
  return medium.file === '' ? pathText(path) === pathText(medium.path) : file === medium.file;
}
