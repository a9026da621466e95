import type { JsonPath } from '../../row/json';
import { plainName } from './field-survey';
import { ENDINGS, inLanguage } from './language-in-name';
import type { SurveyedField } from './field-survey';

type Asked = (field: SurveyedField) => boolean;

/** The fields of a sample that have no role yet. */
export class FieldPool {
  private left: SurveyedField[];

  constructor(fields: SurveyedField[]) {
    this.left = fields;
  }

  /** Takes the first field that has one of the names, in the order of the names, and is as asked. */
  take(names: readonly string[], asked: Asked): SurveyedField | null {
    const field = this.find(names, asked);
    if (field) this.remove(field);
    return field;
  }

  /** Takes every field that has one of the names and is as asked. */
  takeAll(names: readonly string[], asked: Asked): SurveyedField[] {
    const taken: SurveyedField[] = [];
    for (let field = this.take(names, asked); field; field = this.take(names, asked)) taken.push(field);
    return taken;
  }

  /** Takes a field that has one of the names with a language behind or before it: `solution_zh`. */
  takeInLanguage(names: readonly string[], asked: Asked): SurveyedField | null {
    const stems = this.left.map((field) => ({ field, stem: inLanguage(field.name)?.stem ?? '' }));
    const places = stems.map(({ field, stem }) => ({
      field,
      place: asked(field) ? names.indexOf(stem) : -1,
    }));
    const [found] = places.filter(({ place }) => place !== -1).toSorted((a, b) => a.place - b.place);
    if (found) this.remove(found.field);
    return found?.field ?? null;
  }

  find(names: readonly string[], asked: Asked): SurveyedField | null {
    for (const called of [whole, bare, ofItsObject, inEnglish, inAnyLanguage]) {
      for (const name of names) {
        const field = this.left.find((each) => called(each) === name && asked(each));
        if (field) return field;
      }
    }
    return null;
  }

  /** The fields that are as asked, whatever their names. */
  like(asked: Asked): SurveyedField[] {
    return this.left.filter(asked);
  }

  /** A field that has a role takes the fields in it along. */
  remove({ path }: Pick<SurveyedField, 'path'>): void {
    this.left = this.left.filter((each) => !startsWith(each.path, path));
  }
}

function whole({ name }: SurveyedField): string {
  return name;
}

/** Without what only says how the text is written: `question html`. */
function bare({ name }: SurveyedField): string {
  return name.replace(
    /^(?:latex|html|markdown|plain) | (?:html|latex|tex|md|markdown|str|string|text|raw|v1)$/,
    '',
  );
}

/** Names of what an object holds, which say nothing of what it is. */
export const CONTENTS: ReadonlySet<string> = new Set([
  'text',
  'content',
  'contents',
  'value',
  'body',
  'markdown',
  'latex',
  'raw',
  'raw text',
]);

/** `{"solution": {"text": "...", "author": "..."}}`: what an object holds goes by the name of the object. */
function ofItsObject({ name, path }: SurveyedField): string {
  return path.length > 1 && CONTENTS.has(name) ? plainName(path.slice(0, -1)) : '';
}

/** `{"answer": {"en": "...", "fr": "..."}}` */
function inEnglish({ name, path }: SurveyedField): string {
  return path.length > 1 && name === 'en' ? plainName(path.slice(0, -1)) : '';
}

function inAnyLanguage({ name, path }: SurveyedField): string {
  return path.length > 1 && ENDINGS.has(name) ? plainName(path.slice(0, -1)) : '';
}

function startsWith(path: JsonPath, beginning: JsonPath): boolean {
  return beginning.every((part, at) => path[at] === part);
}
