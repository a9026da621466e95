import type { DatasetFile } from '../dataset/dataset-file';
import { SAMPLE_ROWS } from '../profile/detect';
import { identityRule } from '../profile/profile-identity';
import type { Profile } from '../profile/profile';
import { valueAt } from '../row/json';
import type { Json } from '../row/json';
import type { IdentityRule } from '../row/key';
import { decodeRow, parseRow } from '../row/parse';

/** Fields that name rows in datasets of no known kind. */
const USUAL_IDS = ['id', 'uuid', 'uid', 'unique_id', 'problem_id', 'question_id', 'identifier', 'idx'];

/**
 * How rows of two versions are told apart: as their profile says. Where it says nothing, by the first usual id field that all of
 * the dataset's first rows have, each another value.
 */
export async function comparisonRule(profile: Profile, dataset: DatasetFile): Promise<IdentityRule> {
  const rule = identityRule(profile);
  if (rule.id || rule.identity?.length) return rule;
  const parsed = (await dataset.rows(0, SAMPLE_ROWS)).map(({ bytes }) => parseRow(decodeRow(bytes)));
  const rows = parsed.flatMap((row) => (row.kind === 'value' ? [row.value] : []));
  const field = USUAL_IDS.find(
    (name) => rows.length > 0 && areDistinct(rows.map((row) => valueAt(row, [name]))),
  );
  return field === undefined ? rule : { ...rule, id: [field] };
}

function areDistinct(values: (Json | undefined)[]): boolean {
  const ids = values.filter(
    (value) => typeof value === 'number' || (typeof value === 'string' && value !== ''),
  );
  return ids.length === values.length && new Set(ids.map(String)).size === ids.length;
}
