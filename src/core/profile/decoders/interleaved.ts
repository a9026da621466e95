import { splitSteps } from '../../maths/split-steps';
import type { Json, JsonObject, JsonPath } from '../../row/json';
import { isObject, pathText, valueAt } from '../../row/json';
import type { Medium, ProblemPart, SourceText, Step } from '../reading';
import { besideTrace } from './beside';
import type { Decoder, Decoding } from './decoder';
import { imageIn, imagesIn } from './images';
import { traceAt } from './solutions';
import { finalAnswerOf, sourceText, stepOf, stepsOf } from './source-text';

/**
 * Text and images by turns, as MathCanvas has them: a list of `{type, index, content}`, whose images are counted in a list beside, and
 * the parts of a chat's message. As the problem they keep their order; as a trace an image belongs to the step before it.
 */
export const decodeInterleaved: Decoder = (decoding) => {
  const { value, path, row, rule } = decoding;
  if (!Array.isArray(value) || !value.every(isPart)) return null;
  const parts = partsOf(decoding);
  if (rule.role !== 'trace') return asProblem(parts);
  const steps = asSteps(parts);
  const last = steps.findLast(({ source }) => source.text !== '')?.source;
  const found = last ? finalAnswerOf(last.path, last.text, rule.dialect) : null;
  const finalAnswer =
    last && found ? { ...found, start: found.start + last.start, end: found.end + last.start } : null;
  return {
    traces: [
      {
        ...traceAt(path, row, rule),
        id: pathText(path),
        steps,
        finalAnswer,
        ...besideTrace(row, rule, null),
      },
    ],
  };
};

/** Whether a value is one part of a text with images. */
export function isPart(value: Json): boolean {
  return (
    isObject(value) &&
    typeof value['type'] === 'string' &&
    /^(?:text|image|image_url|input_image|input_text|output_text)$/.test(value['type'])
  );
}

function isImagePart({ type }: JsonObject): boolean {
  return typeof type === 'string' && type.includes('image');
}

/** The part's image, where it has one of its own. */
export function imageOfPart(part: Json, path: JsonPath): Medium | null {
  if (!isObject(part) || !isImagePart(part)) return null;
  const own = { ...part, type: null, index: null, text: null };
  const named = imageIn(own, path);
  if (named) return named;
  const source = part['source'] ?? null;
  return imageIn(source, [...path, 'source']) ?? imageIn(part['content'] ?? null, [...path, 'content']);
}

function partsOf({ value, path, row, rule }: Decoding): ProblemPart[] {
  const images = rule.imagesField ? imagesIn(valueAt(row, rule.imagesField) ?? null, rule.imagesField) : [];
  const list = Array.isArray(value) ? value : [];
  const first = firstIndex(list, images.length);
  let seen = 0;
  return list.flatMap((part, at): ProblemPart[] => {
    if (!isObject(part)) return [];
    if (isImagePart(part)) {
      const index = typeof part['index'] === 'number' ? part['index'] - first : seen;
      seen++;
      const medium = images[index] ?? imageOfPart(part, [...path, at]);
      return [{ kind: 'medium', medium: medium ?? { path: [...path, at], file: '' } }];
    }
    const key = ['content', 'text', 'value'].find((name) => typeof part[name] === 'string');
    const text = key === undefined ? null : part[key];
    if (key === undefined || typeof text !== 'string') return [];
    return [{ kind: 'text', source: sourceText([...path, at, key], text, rule.dialect) }];
  });
}

/** Images are counted from 0, or from 1 where that alone fits their list. */
function firstIndex(parts: Json[], images: number): number {
  const indices = parts.flatMap((part) =>
    isObject(part) && part['type'] === 'image' && typeof part['index'] === 'number' ? [part['index']] : [],
  );
  return indices.length > 0 && Math.min(...indices) === 1 && Math.max(...indices) === images ? 1 : 0;
}

function asProblem(parts: ProblemPart[]) {
  const problem = parts.flatMap((part): SourceText[] => (part.kind === 'text' ? [part.source] : []));
  const media = parts.flatMap((part): Medium[] => (part.kind === 'medium' ? [part.medium] : []));
  return { problem, media, layout: parts };
}

function asSteps(parts: ProblemPart[]): Step[] {
  const steps: Step[] = [];
  for (const part of parts) {
    if (part.kind === 'text') {
      const { path, text, dialect } = part.source;
      steps.push(...stepsOf(path, text, dialect, splitSteps(text)));
      continue;
    }
    const last = steps.at(-1);
    if (last) last.media = [...(last.media ?? []), part.medium];
    else steps.push({ ...stepOf(sourceText(part.medium.path, '', 'plain')), media: [part.medium] });
  }
  return steps;
}
