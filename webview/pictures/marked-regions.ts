import type { Region } from '../../src/core/profile/reading';
import { pathText } from '../../src/core/row/json';
import type { Size } from './picture-view';
import type { MarkedRegion } from './RegionMarks';

/** What the dataset marks in an image, in the image's pixels. */
export function marksOf(regions: Region[], { width, height }: Size): MarkedRegion[] {
  return regions.map(({ path, label, shape, unit }) => {
    const [across, down] = unit === 'part' ? [width, height] : [1, 1];
    return {
      id: pathText(path),
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
