import type { Reading } from '../profile/reading';
import { isAddress, rowPictures } from '../profile/row-pictures';
import { MOST_IMAGES } from './image-check';
import type { ImageFacts } from './image-check';
import type { ImageFiles } from './image-files';

/** How many files are open at a time. */
const AT_ONCE = 8;

/** What is known of the image files that a row names, by their names there. Reads the first bytes of each. */
export async function rowImageFacts(
  files: ImageFiles,
  reading: Reading,
): Promise<Record<string, ImageFacts>> {
  const named = rowPictures(reading).filter(({ file, data }) => data === undefined && !isAddress(file));
  const names = named.map(({ file }) => file).slice(0, MOST_IMAGES);
  const facts: [string, ImageFacts][] = [];
  const waiting = names.values();
  const work = async () => {
    for (const name of waiting) facts.push([name, await files.facts(name)]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return Object.fromEntries(facts);
}
