import type { Json, JsonPath } from '../../row/json';
import { isObject, pathText } from '../../row/json';
import { profileSchema } from '../profile';
import type { Profile } from '../profile';
import { readRow } from '../read-row';
import type { Reading } from '../reading';
import { isVerdict } from './field-likeness';
import { fieldNames } from './field-names';
import { FieldPool } from './field-pool';
import { surveyFields } from './field-survey';
import type { SurveyedField } from './field-survey';
import { furtherRules } from './inferred-rules';

/**
 * A profile of a format that many datasets have, with roles for the fields that it does not name: the images beside a dialogue, the
 * model that wrote it, a column of scores. Any other profile is given back as it is.
 */
export function withFurtherRoles(profile: Profile, sample: Json[]): Profile {
  if (!profile.isFormat) return profile;
  const readings = sample.map((row) => readRow(row, profile));
  const left = new Set(readings.flatMap(({ others }) => others.map(({ path }) => pathText(path))));
  const fields = surveyFields(sample.filter(isObject)).filter(({ path }) => isWithin(path, left));
  const verdict = verdictBeside(fields, readings);
  const rules = furtherRules(
    fields.filter((field) => field !== verdict),
    {
      problems: placesOfProblems(readings),
      answers: readings.some(({ answers }) => answers.length > 0),
      choices: readings.some(({ choices }) => choices.length > 0),
      traces: Math.max(0, ...readings.map(({ traces }) => traces.length)),
    },
  );
  const further = rules.map(({ present: _present, ...rule }) => ({ ...rule, optional: true }));
  const isChosen = rules.some(({ preferred }) => preferred === false);
  const roles = profile.roles.map((rule) => ({
    ...rule,
    ...(verdict && rule.role === 'trace' && (verdict.kind === 'list') === (rule.decoder === 'solutions')
      ? { answerRightField: verdict.path }
      : {}),
    ...(isChosen && rule.role === 'trace' ? { preferred: true } : {}),
  }));
  return profileSchema.parse({ ...profile, isFormat: false, roles: [...roles, ...further] });
}

/** What says whether the traces of each row are right, where its profile reads no field that does. Deeper ones speak of other things. */
function verdictBeside(fields: SurveyedField[], readings: Reading[]): SurveyedField | null {
  if (readings.some(({ traces }) => traces.some(({ published }) => published))) return null;
  const isMany = readings.some(({ traces }) => traces.length > 1);
  return new FieldPool(fields).find(
    fieldNames.verdict,
    (field) => field.path.length === 1 && (field.kind === 'list') === isMany && isVerdict(field),
  );
}

function isWithin(path: JsonPath, fields: ReadonlySet<string>): boolean {
  return path.some((_, at) => fields.has(pathText(path.slice(0, at + 1))));
}

/** The fields that problems were read from. */
function placesOfProblems(readings: Reading[]): JsonPath[] {
  const places = readings.flatMap(({ problem }) =>
    problem.map(({ path }): [string, JsonPath] => [pathText(path), path]),
  );
  return [...new Map(places).values()];
}
