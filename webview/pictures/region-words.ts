import type { RegionTarget } from '../../src/core/annotation/event';

/** Where a region is, in pixels of the image. */
export function placeWords({ x, y, width, height }: NonNullable<RegionTarget['shape']>): string {
  const at = `${Math.round(x)}, ${Math.round(y)}`;
  return width === 0 && height === 0 ? at : `${at}, ${Math.round(width)} × ${Math.round(height)}`;
}

/** A region by where it begins. */
export function regionName({ shape, unit }: Pick<RegionTarget, 'shape' | 'unit'>): string {
  if (!shape) return 'Region';
  const words = [shape.x, shape.y].map((part) =>
    unit === 'part' ? `${Math.round(part * 100)} %` : String(Math.round(part)),
  );
  return `Region at ${words.join(', ')}`;
}
