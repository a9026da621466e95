import type { Decision, RegionTarget } from './event';

/** A region of an image that somebody drew. */
export interface DrawnRegion {
  target: RegionTarget;
  /** In pixels of the image. */
  shape: Extract<Decision, { what: 'region' }>['value']['shape'];
  label: string;
}

/** The regions that were drawn and not taken off, oldest first. */
export function drawnRegions(decisions: readonly Decision[]): DrawnRegion[] {
  const standing = new Map<string, DrawnRegion>();
  for (const decision of decisions) {
    if (decision.what !== 'region') continue;
    const { target, value } = decision;
    const { shape, label, on } = value;
    if (on) standing.set(target.region, { target, shape, label });
    else standing.delete(target.region);
  }
  return [...standing.values()];
}
