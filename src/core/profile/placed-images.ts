import type { JsonPath } from '../row/json';
import { pathText } from '../row/json';
import type { Medium, Reading, SourceText } from './reading';

/** `<image>`, `<image1>`, `<image_2>`, `<img 3>`, `<|image_1|>`: an image stands here. */
const PLACEHOLDER = /<\|?(?:image|img)[ _-]?(\d{0,3})\|?>/gi;

/** The same, for cutting a text at it. */
export const IMAGE_SIGN = /<\|?(?:image|img)[ _-]?\d{0,3}\|?>/i;

/** A sign in a text for an image, and the image that it stands for; null where the row has none for it. */
export interface PlacedImage {
  path: JsonPath;
  /** UTF-16 offsets in the field's decoded text. */
  start: number;
  end: number;
  sign: string;
  medium: Medium | null;
}

/** The signs for images in a text: UTF-16 offsets in it. */
export function imageSigns(
  text: string,
): { start: number; end: number; number: number | null; sign: string }[] {
  if (!text.includes('<')) return [];
  return [...text.matchAll(PLACEHOLDER)].map(({ 0: sign, 1: digits = '', index }) => ({
    start: index,
    end: index + sign.length,
    number: digits === '' ? null : Number(digits),
    sign,
  }));
}

/**
 * The signs for images in all texts of a row, in their order, each with its image: a number counts the row's images from 1 (from 0
 * where the row has a sign with 0), or is part of an image's own name; a sign without a number stands for the next image.
 */
export function placedImages(reading: Reading): PlacedImage[] {
  const found = textsOf(reading).flatMap((source) =>
    imageSigns(source.text).map((each) => ({ source, ...each })),
  );
  const first = found.some(({ number }) => number === 0) ? 0 : 1;
  let next = 0;
  return found.map(({ source, start, end, number, sign }) => {
    const medium =
      number === null
        ? reading.media[next++]
        : (named(reading.media, number) ?? reading.media[number - first]);
    return {
      path: source.path,
      start: source.start + start,
      end: source.start + end,
      sign,
      medium: medium ?? null,
    };
  });
}

/** Names a sign in a text. */
export function placeKey(path: JsonPath, start: number): string {
  return `${pathText(path)}@${start}`;
}

/** The image that its own key numbers: `images.image2`, `image_2`. */
function named(media: Medium[], number: number): Medium | undefined {
  const keys = media.map(({ path }) =>
    path.findLast((part) => typeof part === 'string' && /(?:image|img)_?\d+$/i.test(part)),
  );
  if (!keys.some((key) => key !== undefined)) return undefined;
  return media.find((_, at) => Number(/(\d+)$/.exec(String(keys[at]))?.[1]) === number);
}

function textsOf({ context, problem, choices, hints, traces }: Reading): SourceText[] {
  return [
    ...context.map(({ source }) => source),
    ...problem,
    ...choices.map(({ source }) => source),
    ...hints.flatMap((hint) => (hint.kind === 'text' ? [hint.source] : [])),
    ...traces.flatMap(({ steps }) => steps.map(({ source }) => source)),
  ];
}
