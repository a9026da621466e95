import type { Json, JsonPath } from '../../row/json';
import { isObject } from '../../row/json';
import type { Region, Shape } from '../reading';
import type { Decoder } from './decoder';

/** Boxes and points with labels: a list of objects or of lists of numbers, or an object by label. */
export const decodeRegions: Decoder = ({ value, path }) => {
  const found = regionsIn(value, path);
  if (found.length === 0) return null;
  const parts = found.every(({ shape: { x, y, width, height } }) => Math.max(x + width, y + height) <= 1);
  return { regions: found.map((region) => ({ ...region, unit: parts ? 'part' : 'pixel' })) };
};

const SHAPES = [
  'box',
  'bbox',
  'bounding_box',
  'boundingBox',
  'rect',
  'point',
  'position',
  'coordinates',
  'xy',
];
const LABELS = ['label', 'name', 'text', 'class', 'category', 'type', 'primitive'];
const IMAGES = ['image', 'image_index', 'image_id'];

function regionsIn(value: Json, path: JsonPath): Region[] {
  if (Array.isArray(value)) {
    const own = regionAt(value, path, '');
    return own ? [own] : value.flatMap((each, at) => ofElement(each, [...path, at]));
  }
  if (!isObject(value)) return [];
  return Object.keys(value).flatMap((key) => regionAt(value[key] ?? null, [...path, key], key) ?? []);
}

function ofElement(value: Json, path: JsonPath): Region[] {
  if (!isObject(value)) return [regionAt(value, path, '')].filter((region) => region !== null);
  const label = LABELS.map((key) => value[key]).find((told) => typeof told === 'string');
  const image = IMAGES.map((key) => value[key]).find((told) => typeof told === 'number');
  const key = SHAPES.find((name) => name in value);
  const region =
    key === undefined
      ? regionAt(value, path, label ?? '')
      : regionAt(value[key] ?? null, [...path, key], label ?? '');
  return region ? [{ ...region, image: typeof image === 'number' ? image : 0 }] : [];
}

function regionAt(value: Json, path: JsonPath, label: string): Region | null {
  const shape = Array.isArray(value) ? fromNumbers(value) : isObject(value) ? fromObject(value) : null;
  return shape && { path, label, image: 0, shape, unit: 'pixel' };
}

/** `[x, y]`, or `[x1, y1, x2, y2]`; where the second corner is not behind the first, `[x, y, width, height]`. */
function fromNumbers(value: Json[]): Shape | null {
  if (!value.every((each) => typeof each === 'number' && Number.isFinite(each) && each >= 0)) return null;
  const [x = 0, y = 0, right = 0, bottom = 0] = value.map(Number);
  if (value.length === 2) return { x, y, width: 0, height: 0 };
  if (value.length !== 4) return null;
  if (right < x || bottom < y) return { x, y, width: right, height: bottom };
  return { x, y, width: right - x, height: bottom - y };
}

function fromObject(value: Record<string, Json>): Shape | null {
  const number = (...names: string[]) =>
    names.map((name) => value[name]).find((told) => typeof told === 'number');
  const [x, y] = [number('x', 'x1', 'left', 'xmin'), number('y', 'y1', 'top', 'ymin')];
  if (typeof x !== 'number' || typeof y !== 'number') return null;
  const [right, bottom] = [number('x2', 'right', 'xmax') ?? x, number('y2', 'bottom', 'ymax') ?? y];
  const [width, height] = [number('w', 'width') ?? right - x, number('h', 'height') ?? bottom - y];
  return { x, y, width, height };
}
