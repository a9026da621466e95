import { isTurned, onScreen } from './picture-view';
import type { Placing, Size } from './picture-view';

/** A region as it is drawn: in pixels of the image. */
export interface MarkedRegion {
  id: string;
  label: string;
  shape: { x: number; y: number; width: number; height: number };
  /** Whose it is: the dataset's, one's own, or one that is being drawn. */
  by: 'dataset' | 'own' | 'draft';
}

interface RegionMarksProps {
  regions: MarkedRegion[];
  image: Size;
  rotation: Placing['rotation'];
  /** The one in hand. */
  current?: string | null;
}

/** Boxes and points over an image, as parts of its width and height, turned with it; labels stay upright. */
export function RegionMarks({ regions, image, rotation, current = null }: RegionMarksProps) {
  const [width, height] = isTurned(rotation) ? [image.height, image.width] : [image.width, image.height];
  return (
    <div class="region-marks" aria-hidden="true">
      {regions.map(({ id, label, shape, by }) => {
        const box = onScreen(shape, image, rotation);
        const point = shape.width === 0 && shape.height === 0;
        return (
          <span
            key={id}
            class={`region-mark ${by} ${point ? 'point' : ''} ${id === current ? 'cur' : ''}`}
            style={{
              left: part(box.x, width),
              top: part(box.y, height),
              width: part(box.width, width),
              height: part(box.height, height),
            }}
          >
            {label !== '' && <b>{label}</b>}
          </span>
        );
      })}
    </div>
  );
}

function part(of: number, whole: number): string {
  return `${((of / whole) * 100).toFixed(3)}%`;
}
