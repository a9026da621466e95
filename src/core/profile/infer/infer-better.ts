import { isComparison, isCounted } from '../decoders/better-side';
import type { WrittenRule } from '../profile';
import { isText } from './field-likeness';
import type { FieldPool } from './field-pool';
import { mostly } from './field-survey';
import type { SurveyedField } from './field-survey';
import { caption } from './told-beside';
import type { Traced } from './told-beside';

/** Names of what a judge says of two, by their letters or numbers. */
const BETTER =
  /^(?:(?:overall |human )?(?:winner|better|preferred|preference|chosen|best)(?: (?:response|solution|answer|output|completion|model|side|id))*|judge?ment|verdict|label|choice)$/;

/** Of two fields, by the ends of their names and whatever their order, which is the better one; null where nothing says so. */
export function preferencesOf(pool: FieldPool, fields: SurveyedField[]): Pick<Traced, 'preferred'>[] | null {
  const ends = fields.map(endOf);
  const both = ends.toSorted().join('');
  if (!['ab', '12', '01'].includes(both)) return null;
  const isJudgement = both === '01' ? isCounted : isComparison;
  const [better] = pool.like((field) => BETTER.test(field.name) && mostly(field, isJudgement));
  if (!better) return null;
  pool.remove(better);
  return ends.map((end) => ({ preferred: { field: better.path, side: sideOf(end, both) } }));
}

function sideOf(end: string, both: string): 'A' | 'B' | '0' | '1' {
  if (both === '01') return end === '0' ? '0' : '1';
  return end === both[0] ? 'A' : 'B';
}

/** Who wrote it: `model_a` stands beside `response_a`. */
export function authorBeside(pool: FieldPool, field: SurveyedField): NonNullable<WrittenRule['author']> {
  const end = endOf(field);
  return pool.find([`model ${end}`, `model name ${end}`], isText)?.path ?? caption(field);
}

/** The letter or number that its name ends with. */
function endOf(field: SurveyedField): string {
  return caption(field).slice(-1).toLowerCase();
}
