import { createContext } from 'preact';
import { useMemo } from 'preact/hooks';
import { judgeInline } from '../../src/core/image/inline-image';
import type { ImageFacts } from '../../src/core/image/image-check';
import { MOST_IMAGES } from '../../src/core/image/image-check';
import { placeKey, placedImages } from '../../src/core/profile/placed-images';
import type { Medium, Reading, Region } from '../../src/core/profile/reading';
import { isAddress, pictureKey, rowPictures } from '../../src/core/profile/row-pictures';
import type { DrawnRegion } from '../../src/core/annotation/drawn-regions';
import { datasetRegion } from '../../src/core/scheme/region-targets';
import { ownRegions } from './own-regions';
import type { MarkedRegion } from './RegionMarks';

/** The images of the row in sight. */
export interface RowPictures {
  /** Each once, in reading order. */
  list: Medium[];
  /** Null where nothing was looked up. */
  facts(medium: Medium): ImageFacts | null;
  /** The image of a sign in a text, by `placeKey`; null where the row has none for it. */
  placed: ReadonlyMap<string, Medium | null>;
  /** What the dataset marks in an image. */
  regions(medium: Medium): NamedRegion[];
  /** What was drawn in an image. */
  drawn(medium: Medium): MarkedRegion[];
  /** The region that is asked about, by its id. */
  inHand: string | null;
}

/** A region that the dataset marks, by the id that it has in logs. */
export interface NamedRegion extends Region {
  id: string;
}

const noPictures: RowPictures = {
  list: [],
  facts: (medium) => factsOf(medium, null),
  placed: new Map(),
  regions: () => [],
  drawn: () => [],
  inHand: null,
};

export const PicturesContext = createContext<RowPictures>(noPictures);
/** Shows an image large; null where the page is only looked at. */
export const EnlargeContext = createContext<((medium: Medium) => void) | null>(null);

export function useRowPictures(
  reading: Reading,
  images: Record<string, ImageFacts> | undefined,
  drawn: readonly DrawnRegion[] = NONE,
  inHand: string | null = null,
): RowPictures {
  return useMemo(() => picturesOf(reading, images ?? null, drawn, inHand), [reading, images, drawn, inHand]);
}

const NONE: readonly DrawnRegion[] = [];

export function picturesOf(
  reading: Reading,
  images: Record<string, ImageFacts> | null,
  drawn: readonly DrawnRegion[] = NONE,
  inHand: string | null = null,
): RowPictures {
  const placed = placedImages(reading).map(
    ({ path, start, medium }) => [placeKey(path, start), medium] as const,
  );
  return {
    list: rowPictures(reading),
    placed: new Map(placed),
    facts: (medium) => factsOf(medium, images),
    regions: (medium) =>
      reading.regions.flatMap((region, at) => {
        const marked = reading.media[region.image];
        if (!marked || pictureKey(marked) !== pictureKey(medium)) return [];
        return [{ ...region, id: datasetRegion(at) }];
      }),
    drawn: (medium) => ownRegions(drawn, medium),
    inHand,
  };
}

/** The images that stand at no place in a text: they follow the problem. */
export function unplaced(media: Medium[], { placed }: RowPictures): Medium[] {
  const keys = new Set([...placed.values()].flatMap((medium) => (medium ? [pictureKey(medium)] : [])));
  return media.filter((medium) => !keys.has(pictureKey(medium)));
}

function factsOf(medium: Medium, images: Record<string, ImageFacts> | null): ImageFacts | null {
  if (medium.data !== undefined) return judgeInline(medium.file || 'The image in the row', medium.data);
  if (medium.file === '') return { fault: 'missing', message: 'The row has no image for this place.' };
  if (isAddress(medium.file))
    return {
      fault: 'refused',
      message: `${medium.file} is an address: Scholium loads nothing from the network.`,
    };
  if (images === null) return null;
  const known = Object.hasOwn(images, medium.file) ? images[medium.file] : undefined;
  const unknown = `${medium.file} is not shown: of a row, ${MOST_IMAGES} images are looked up.`;
  if (known) return known;
  return Object.keys(images).length < MOST_IMAGES ? null : { fault: 'missing', message: unknown };
}
