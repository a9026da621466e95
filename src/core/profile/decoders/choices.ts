import { isInlineImage } from '../../image/inline-image';
import type { Json, JsonObject, JsonPath } from '../../row/json';
import { isObject, valueAt } from '../../row/json';
import type { Choice, Medium, SourceText } from '../reading';
import type { Decoder } from './decoder';
import { imageIn } from './images';
import { sourceText } from './source-text';
import { writtenTexts } from './written-texts';

/**
 * What may be chosen, in any of the ways in use: a list of texts with letters before them or without, an object by letter, a list of
 * objects, or one text in which the letters A, B, C... stand in order, whatever parts them.
 */
export const decodeChoices: Decoder = ({ value, path, rule }) => {
  const choices = choicesIn(value, path, rule.dialect);
  return choices.length > 1 ? { choices } : null;
};

/** A column for each choice: `A`, `option_b`, `choice 3`. Its label is the end of its name. */
export const decodeChoiceColumns: Decoder = ({ row, rule }) => {
  const labels = rule.choiceFields.map((field) =>
    /(?:^|[^A-Za-z])([A-Za-z])$|(\d+)$/.exec(String(field.at(-1))),
  );
  const named = labels.every((label) => label !== null);
  const choices = rule.choiceFields.flatMap((field, at) => {
    const label = named ? (labels[at]?.[1] ?? labels[at]?.[2] ?? '') : letterOf(at);
    return ofText(valueAt(row, field) ?? null, field, label.toUpperCase(), rule.dialect);
  });
  return choices.length > 1 ? { choices } : null;
};

function choicesIn(value: Json, path: JsonPath, dialect: SourceText['dialect']): Choice[] {
  if (typeof value === 'string') return inOneText(value, path, dialect);
  if (Array.isArray(value)) return value.flatMap((each, at) => ofElement(each, [...path, at], at, dialect));
  if (!isObject(value)) return [];
  const key = ['text', 'choices', 'options'].find((name) => Array.isArray(value[name]));
  const texts = key === undefined ? undefined : value[key];
  const labels = [value['label'], value['labels']].find(Array.isArray);
  if (key !== undefined && Array.isArray(texts)) return inLists(texts, labels ?? [], [...path, key], dialect);
  return Object.keys(value).flatMap((key) => ofText(value[key] ?? null, [...path, key], key, dialect));
}

/**
 * `{"label": ["A", "B"], "text": ["12", "13"]}`, as ARC and CommonsenseQA have them; TruthfulQA's labels are 1 for what is right, and 0
 * for all else.
 */
function inLists(texts: Json[], labels: Json[], path: JsonPath, dialect: SourceText['dialect']): Choice[] {
  const told = labels.includes(1) && labels.every((label) => label === 0 || label === 1);
  return texts.flatMap((text, at) => {
    const label = labels[at];
    const name = typeof label === 'string' ? label : letterOf(at);
    const choices = ofText(text, [...path, at], name, dialect);
    return told ? choices.map((each) => ({ ...each, right: label === 1 })) : choices;
  });
}

const LABEL_KEYS = ['label', 'key', 'id', 'letter', 'option', 'aoVal'];
const TEXT_KEYS = ['text', 'content', 'value', 'answer', 'proposition', 'statement', 'claim', 'theorem'];
const RIGHT_KEYS = ['is_correct', 'correct', 'is_right', 'right', 'is_true', 'truth', 'label'];

function ofElement(value: Json, path: JsonPath, at: number, dialect: SourceText['dialect']): Choice[] {
  if (Array.isArray(value) && value.length === 1 && !Array.isArray(value[0]))
    return ofElement(value[0] ?? null, [...path, 0], at, dialect);
  const pair = labelledPair(value);
  if (pair) return ofText(pair.value, [...path, pair.key], pair.label, dialect);
  if (!isObject(value)) return ofText(value, path, letterOf(at), dialect);
  const label = LABEL_KEYS.map((key) => value[key]).find((each) => typeof each === 'string');
  const key = TEXT_KEYS.find((name) => name in value && value[name] !== label);
  const name = typeof label === 'string' ? label : letterOf(at);
  const medium = mediumIn(value, path);
  const told = toldOf(value, path, dialect);
  const texts = (key === undefined ? [] : ofText(value[key] ?? null, [...path, key], name, dialect)).map(
    (each) => ({ ...each, ...told }),
  );
  if (!medium) return texts;
  return (texts.length > 0 ? texts : [choice(name, sourceText(medium.path, '', 'plain'))]).map((each) => ({
    ...each,
    medium,
  }));
}

/** `{"A": "12"}`, `["A", "12"]`: a letter, and the choice that it names. */
function labelledPair(value: Json): { label: string; value: Json; key: string | number } | null {
  if (Array.isArray(value)) {
    const [label, text = null, ...more] = value;
    return typeof label === 'string' && /^[A-J]$/i.test(label) && more.length === 0
      ? { label, value: text, key: 1 }
      : null;
  }
  const [label, ...more] = isObject(value) ? Object.keys(value) : [];
  if (label === undefined || more.length > 0 || !/^[A-J]$/i.test(label)) return null;
  return { label, value: valueAt(value, [label]) ?? null, key: label };
}

/** What an object says of the choice that it holds: whether it is right, and its proof. */
function toldOf(value: JsonObject, path: JsonPath, dialect: SourceText['dialect']): Partial<Choice> {
  const right = RIGHT_KEYS.map((key) => value[key]).find((told) => typeof told === 'boolean');
  const proof = value['proof'];
  return {
    ...(right === undefined ? {} : { right }),
    ...(typeof proof === 'string' && proof !== ''
      ? { proof: sourceText([...path, 'proof'], proof, dialect) }
      : {}),
  };
}

const IMAGE_KEYS = ['image', 'image_path', 'img', 'figure', 'picture', 'image_url', 'bytes'];

function mediumIn(value: JsonObject, path: JsonPath): Medium | null {
  const key = IMAGE_KEYS.find((name) => name in value && value[name] !== null && value[name] !== '');
  if (key === undefined) return null;
  return key === 'bytes' ? imageIn(value, path) : imageIn(value[key] ?? null, [...path, key]);
}

/** `A) 12`, `(A) 12`, `A. 12`, `A: 12`: the letter is no part of the text. */
const LABELLED = /^\s*(?:\(([A-Za-z])\)|([A-Za-z])\s*[).:、．])\s*/;

function ofText(value: Json, path: JsonPath, label: string, dialect: SourceText['dialect']): Choice[] {
  if (typeof value === 'number' || typeof value === 'boolean')
    return [choice(label, sourceText(path, String(value), 'plain'))];
  if (typeof value !== 'string' || value.trim() === '') return [];
  if (isImageFile(value)) {
    const medium = imageIn(value, path);
    return [{ ...choice(label, sourceText(path, value, 'plain', 0, 0)), medium }];
  }
  const found = LABELLED.exec(value);
  const letter = (found?.[1] ?? found?.[2])?.toUpperCase();
  if (!found || letter !== label.toUpperCase())
    return [choice(label, trimmed(path, value, dialect, 0, value.length))];
  return [choice(letter, trimmed(path, value, dialect, found[0].length, value.length))];
}

/** A choice that is an image: its file or its bytes, and nothing else. */
function isImageFile(value: string): boolean {
  return isInlineImage(value) || /^[^\s<>$\\]{1,300}\.(?:png|jpe?g|gif|webp)$/i.test(value.trim());
}

/** The letters from A on, each after the one before it. */
function inOneText(text: string, path: JsonPath, dialect: SourceText['dialect']): Choice[] {
  const listed = inWrittenList(text, path, dialect);
  if (listed.length > 0) return listed;
  const marks: { label: string; start: number; end: number }[] = [];
  for (let from = 0; ;) {
    const label = letterOf(marks.length);
    const mark = new RegExp(String.raw`(?<![\p{L}\p{N}\\$])(?:\(${label}\)|${label}\s*[).:、．])\s*`, 'giu');
    mark.lastIndex = from;
    const found = mark.exec(text);
    if (!found) break;
    from = found.index + found[0].length;
    marks.push({ label, start: found.index, end: from });
  }
  return marks.map(({ label, end }, at) =>
    choice(label, trimmed(path, text, dialect, end, marks[at + 1]?.start ?? text.length)),
  );
}

/** `['12', '13']`, `{"A": "12", "B": "13"}`: a list or an object that was written as a text. */
function inWrittenList(text: string, path: JsonPath, dialect: SourceText['dialect']): Choice[] {
  return writtenTexts(text).flatMap((part, at) => {
    const source = trimmed(path, text, dialect, part.start, part.end);
    const isWhole = source.start === part.start && source.end === part.end;
    return source.text === ''
      ? []
      : [choice(part.key ?? letterOf(at), isWhole ? { ...source, text: part.text } : source)];
  });
}

/** Without the white space and the sign that part it from the next. */
function trimmed(
  path: JsonPath,
  text: string,
  dialect: SourceText['dialect'],
  start: number,
  end: number,
): SourceText {
  const part = text.slice(start, end);
  const inside = part.replace(/(?:[\s;,]|\s\|)+$/, '').trimStart();
  const from = start + part.indexOf(inside);
  return sourceText(path, text, dialect, from, from + inside.length);
}

function choice(label: string, source: SourceText): Choice {
  return { label, source, medium: null, right: null };
}

function letterOf(at: number): string {
  return String.fromCharCode(65 + at);
}
