import { isInlineImage } from '../../image/inline-image';
import type { Json, JsonPath } from '../../row/json';
import { isObject, pathText } from '../../row/json';
import { isPart } from '../decoders/interleaved';
import { decodeRegions } from '../decoders/regions';
import type { RoleRule } from '../profile';
import type { FieldPool } from './field-pool';
import { mostly } from './field-survey';
import type { SurveyedField } from './field-survey';
import type { InferredRule } from './inferred-rule';
import { ruleFor } from './inferred-rule';

const IMAGE_NAME =
  /image|\bimg|\bpics?\b|\bfigures?\b|picture|diagram|\bplot|photo|scratch ?work|screenshot|\bmedia\b|^file ?name$/;
const REGION_NAME = /region|box|primitive|\bpoints?\b|\bobjects?\b|grounding|\bshapes?\b|\bmarks\b/;
const SOLUTION_NAME = /solution|answer|response|output|rationale|reasoning/;

/** Images by the names of their fields and what their values are; texts with images by turns; and what is marked in the images. */
export function inferImages(pool: FieldPool): InferredRule[] {
  const turns = pool.like((field) => field.path.length === 1 && isInterleaved(field));
  const lists = turns.map((field) => imagesBeside(pool, field));
  for (const field of turns) pool.remove(field);
  for (const field of lists) if (field) pool.remove(field);
  const interleaved = turns.map((field, at) => interleavedRule(field, lists[at]?.path));
  const images = pool.like((field) => IMAGE_NAME.test(field.name) && holdsImages(field));
  const outer = images.filter(
    (field) => !images.some((other) => other !== field && (holds(other, field) || decodes(other, field))),
  );
  for (const field of outer) pool.remove(field);
  const rules = outer.map((field) => ruleFor(field, { role: 'medium', decoder: 'images' }));
  if (rules.length + interleaved.length === 0) return [];
  const regions = pool.like(
    (field) => field.path.length === 1 && REGION_NAME.test(field.name) && holdsRegions(field),
  );
  for (const field of regions) pool.remove(field);
  return [
    ...interleaved,
    ...rules,
    ...regions.map((field) => ruleFor(field, { role: 'region', decoder: 'regions' })),
  ];
}

function interleavedRule(field: SurveyedField, images: JsonPath | undefined): InferredRule {
  const role = SOLUTION_NAME.test(field.name) ? 'trace' : 'problem';
  const beside = images === undefined ? {} : { imagesField: images };
  return ruleFor(field, { role, decoder: 'interleaved', author: pathText(field.path), ...beside });
}

/** A chat's message has a role as well, and is read with its dialogue. */
function isInterleaved(field: SurveyedField): boolean {
  return mostly(
    field,
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.every((each) => isPart(each) && isObject(each) && !('role' in each)),
  );
}

/** `question_images` beside `question_interleave`. */
function imagesBeside(pool: FieldPool, { name }: SurveyedField): SurveyedField | undefined {
  const [stem = ''] = name.split(' ');
  return pool.like(
    (field) =>
      field.kind === 'list' &&
      field.name.startsWith(stem) &&
      IMAGE_NAME.test(field.name) &&
      holdsImages(field),
  )[0];
}

/** `decoded_image` holds the bytes of the file that `image` names. */
function decodes({ name }: SurveyedField, field: SurveyedField): boolean {
  return name === `decoded ${field.name}`;
}

function holds(outer: SurveyedField, { path }: SurveyedField): boolean {
  return outer.path.length < path.length && outer.path.every((part, at) => part === path[at]);
}

function holdsImages(field: SurveyedField): boolean {
  const byId = /(?:image|img|figure|picture)(?: id)?$/.test(field.name);
  return mostly(field, (value) => isImageValue(value, byId));
}

function isImageValue(value: Json, byId: boolean): boolean {
  if (Array.isArray(value)) return value.some((each) => isImageValue(each, byId)); // a check names those that are none
  if (typeof value === 'number') return byId && Number.isInteger(value) && value > 1;
  if (typeof value === 'string') return isImageText(value.trim(), byId);
  if (!isObject(value)) return false;
  const members = Object.values(value).filter((each) => each !== null);
  return (
    members.some((each) => typeof each === 'string' && isImageText(each.trim(), false)) || 'bytes' in value
  );
}

function isImageText(text: string, byId: boolean): boolean {
  if (isInlineImage(text) || /\.(?:png|jpe?g|gif|webp|svg|bmp)(?:\?\S*)?$|^data:image\//i.test(text))
    return true;
  return byId && /^[\w./-]{1,200}$/.test(text) && /\d\d|[A-Za-z]/.test(text) && /\d/.test(text); // a name without extension, or an id
}

function holdsRegions(field: SurveyedField): boolean {
  const rule = { role: 'region', decoder: 'regions' } as RoleRule;
  return mostly(field, (value) => decodeRegions({ value, path: field.path, row: null, rule }) !== null);
}
