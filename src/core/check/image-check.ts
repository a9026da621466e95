import type { ImageFacts } from '../image/image-check';
import type { ImageFiles } from '../image/image-files';
import { judgeInline } from '../image/inline-image';
import { placedImages } from '../profile/placed-images';
import type { Profile } from '../profile/profile';
import { readRow } from '../profile/read-row';
import type { Medium, Reading } from '../profile/reading';
import { isAddress, pictureKey, rowPictures } from '../profile/row-pictures';
import type { Json, JsonPath } from '../row/json';
import { isObject, valueAt } from '../row/json';
import { spanInString, spanOfValue } from '../row/value-span';
import type { CheckedRow, FileCheck } from './check';
import type { Finding } from './finding';

/** Images that rows name are there and are what they say, every sign for one in a text has its image, and every image is used. */
export const imageCheck: FileCheck = {
  id: 'image',
  title: 'Images',
  reads: 'the images that rows name or hold',
  rules: ['image/missing', 'image/unreadable', 'image/refused', 'image/unreferenced'],
  start: (profile, images) => ({
    row: (row) => {
      const { parsed } = row;
      if (parsed.kind !== 'value' || !mayHaveImages(parsed.value, parsed.text, profile)) return null;
      return findingsIn(row, parsed.text, readRow(parsed.value, profile), images);
    },
  }),
};

/** Whether a row is worth reading in its roles: it has a field for images, or a text that speaks of one. */
function mayHaveImages(value: Json, text: string, { roles, keyed }: Profile): boolean {
  if (text.includes('<image') || text.includes('<img') || text.includes('![') || text.includes('"image'))
    return true;
  const inner = keyed && isObject(value) ? (Object.values(value)[0] ?? null) : value;
  return roles.some(
    ({ role, decoder, paths }) =>
      (role === 'medium' || decoder === 'interleaved') &&
      paths.some((path) => (valueAt(inner, path) ?? '') !== ''),
  );
}

async function findingsIn(
  row: CheckedRow,
  text: string,
  reading: Reading,
  images: ImageFiles,
): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const medium of rowPictures(reading)) {
    const facts = await factsOf(medium, images);
    if (facts && facts.fault !== null) found.push(ofFile(row, text, medium, facts));
  }
  return [...found, ...ofSigns(row, text, reading)];
}

/** An address is no fault: it is shown, and nothing is loaded. */
async function factsOf({ file, data }: Medium, images: ImageFiles): Promise<ImageFacts | null> {
  if (data !== undefined) return judgeInline(file || 'The image in the row', data);
  return isAddress(file) ? null : images.facts(file);
}

function ofFile(
  row: CheckedRow,
  text: string,
  { path, file }: Medium,
  { fault, message }: Extract<ImageFacts, { message: string }>,
): Finding {
  return {
    ...finding(row, text, path),
    rule: `image/${fault}`,
    severity: 'warning',
    message,
    evidence: file,
  };
}

/** Signs and parts without an image; images that no sign stands for, where there are signs. */
function ofSigns(row: CheckedRow, text: string, reading: Reading): Finding[] {
  const placed = placedImages(reading);
  const without = placed.filter(({ medium }) => medium === null);
  const parts = [
    ...reading.media,
    ...reading.traces.flatMap(({ steps }) => steps.flatMap(({ media = [] }) => media)),
  ];
  const empty = parts.filter(({ file, data }) => file === '' && data === undefined);
  const used = new Set(placed.flatMap(({ medium }) => (medium ? [pictureKey(medium)] : [])));
  const unused = used.size > 0 ? reading.media.filter((medium) => !used.has(pictureKey(medium))) : [];
  return [
    ...without.map(({ path, start, end, sign }): Finding => ({
      ...finding(row, text, path),
      span: spanInString(text, path, { start, end }),
      rule: 'image/missing',
      severity: 'warning',
      message: `The row has no image for ${sign}.`,
      evidence: sign,
    })),
    ...empty.map(({ path }): Finding => ({
      ...finding(row, text, path),
      rule: 'image/missing',
      severity: 'warning',
      message: 'This part is an image, and the row has none for it.',
      evidence: '',
    })),
    ...unused.map(({ path, file }): Finding => ({
      ...finding(row, text, path),
      rule: 'image/unreferenced',
      severity: 'info',
      message: `No text refers to ${file || 'this image'}, and others are referred to.`,
      evidence: file,
    })),
  ];
}

function finding({ number }: CheckedRow, text: string, path: JsonPath) {
  return { row: number, path, span: spanOfValue(text, path), check: 'image' };
}
