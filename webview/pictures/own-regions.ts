import type { Decision, RegionTarget } from '../../src/core/annotation/event';
import type { Medium } from '../../src/core/profile/reading';
import { pathText } from '../../src/core/row/json';
import type { MarkedRegion } from './RegionMarks';

export interface OwnRegion extends MarkedRegion {
  target: RegionTarget;
}

/** The regions that one drew in an image and did not take off, oldest first. */
export function ownRegions(decisions: readonly Decision[], medium: Medium): OwnRegion[] {
  const standing = new Map<string, OwnRegion>();
  for (const decision of decisions) {
    if (decision.what !== 'region' || !isIn(decision.target, medium)) continue;
    const { target, value } = decision;
    const { shape, label, on } = value;
    if (on) standing.set(target.region, { id: target.region, label, shape, by: 'own', target });
    else standing.delete(target.region);
  }
  return [...standing.values()];
}

function isIn({ path, file }: RegionTarget, medium: Medium): boolean {
  return medium.file === '' ? pathText(path) === pathText(medium.path) : file === medium.file;
}
