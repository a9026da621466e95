import type { Size } from './picture-view';
import type { MarkedRegion } from './RegionMarks';
import type { NamedRegion } from './row-pictures';

/** What the dataset marks in an image, in the image's pixels. */
export function marksOf(regions: NamedRegion[], { width, height }: Size): MarkedRegion[] {
  return regions.map(({ id, label, shape, unit }) => {
    const [across, down] = unit === 'part' ? [width, height] : [1, 1];
    return {
      id,
      label,
      by: 'dataset',
      shape: {
        x: shape.x * across,
        y: shape.y * down,
        width: shape.width * across,
        height: shape.height * down,
      },
    };
  });
}
