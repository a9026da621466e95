import { isInlineImage } from '../../image/inline-image';
import type { Json, JsonPath } from '../../row/json';
import { isObject } from '../../row/json';
import type { Medium } from '../reading';
import type { Decoder } from './decoder';
import { writtenTexts } from './written-texts';

/** Images in any of the ways in use: a path, an id, an address, bytes in base64, an object with one of these, a list, an object by name. */
export const decodeImages: Decoder = ({ value, path }) => {
  const media = imagesIn(value, path);
  return media.length > 0 ? { media } : null;
};

/** The images of a value; none where it is no image. */
export function imagesIn(value: Json, path: JsonPath, depth = 0): Medium[] {
  if (depth > DEEPEST) return [];
  const listed = typeof value === 'string' ? writtenTexts(value) : [];
  if (listed.length > 0) return listed.flatMap(({ text }) => imagesIn(text, path, depth + 1));
  if (Array.isArray(value)) return value.flatMap((each, at) => imagesIn(each, [...path, at], depth + 1));
  const image = imageIn(value, path);
  if (image || !isObject(value)) return image ? [image] : [];
  const members = Object.keys(value).map((key) => ({
    key,
    image: imageIn(value[key] ?? null, [...path, key]),
  }));
  if (members.some((member) => member.image === null)) return [];
  return members.flatMap((member) => (member.image ? [{ caption: member.key, ...member.image }] : []));
}

const BYTES = ['bytes', 'base64', 'b64', 'data', 'b64_json', 'image_base64'];
const NAMES = ['path', 'url', 'file_name', 'filename', 'file', 'src', 'image_url', 'image', 'image_path'];
const CAPTIONS = ['caption', 'alt', 'title', 'description'];
/** Lists within lists of images, and objects within objects that name one. */
const DEEPEST = 8;

/** One image: a text, a number that names it, or an object such as Parquet's `{bytes, path}` and a chat's `{image_url: {url}}`. */
export function imageIn(value: Json, path: JsonPath, depth = 0): Medium | null {
  if (typeof value === 'number') return { path, file: String(value) };
  if (typeof value === 'string') {
    if (!/[\p{L}\p{N}]/u.test(value)) return null; // nothing, or the text of an empty list
    return isInlineImage(value) ? { path, file: '', data: value } : { path, file: value.trim() };
  }
  if (!isObject(value)) return null;
  const name = NAMES.find((key) => typeof value[key] === 'string' && value[key] !== '');
  const bytes = BYTES.find((key) => typeof value[key] === 'string' && value[key] !== '');
  const caption = CAPTIONS.map((key) => value[key]).find((told) => typeof told === 'string');
  const about = typeof caption === 'string' && caption !== '' ? { caption } : {};
  const named = name === undefined ? null : imageIn(value[name] ?? null, [...path, name]);
  const data = bytes === undefined ? undefined : value[bytes];
  if (bytes !== undefined && typeof data === 'string')
    return {
      path: [...path, bytes],
      file: named?.data === undefined ? (named?.file ?? '') : '',
      data,
      ...about,
    };
  if (named) return { ...named, ...about };
  const inner = depth < DEEPEST ? NAMES.find((key) => isObject(value[key])) : undefined;
  const deeper = inner === undefined ? null : imageIn(value[inner] ?? null, [...path, inner], depth + 1);
  return deeper && { ...deeper, ...about };
}
