import type { Json } from '../row/json';
import { isObject } from '../row/json';
import { variantVerdicts } from './attempts';
import type { Figure } from './figure';
import type { MeasuredRow, Measurer } from './measured-row';
import { sharePoint } from './point';
import { RowSet } from './row-set';

const GROUPED =
  /^(?:topic|subtopic|source|data_source|level|subject|category|type|problem_type|question_type|language|lang|split|domain|difficulty level|knowledge_level|difficulty|grade|course|generator|stage|strategy|cluster|skill_level|group|perturbation_type|error_category|answer_type|subfield|competition|country)$/i;
/** A field with more values than this does not group rows. */
const MOST = 60;

interface Group {
  right: number;
  total: number;
  wrong: RowSet;
}

/** How often solutions are right in each group of rows: by topic, source, level, language, split. */
export class RatesMeasure implements Measurer {
  /** By field, then by value; null for a field with too many. */
  private readonly fields = new Map<string, Map<string, Group> | null>();

  add({ number, value, attempts }: MeasuredRow): void {
    const variants = variantVerdicts(value);
    const total = attempts.reduce((sum, each) => sum + each.total, variants.length);
    if (total === 0 || !isObject(value)) return;
    const right = attempts.reduce((sum, each) => sum + each.right, variants.filter(Boolean).length);
    for (const field of Object.keys(value)) {
      const label = GROUPED.test(field) ? labelOf(value[field]) : null;
      const groups = label === null ? null : this.groupsOf(field);
      if (label === null || groups === null) continue;
      const group = groups.get(label) ?? { right: 0, total: 0, wrong: new RowSet() };
      groups.set(label, group);
      group.right += right;
      group.total += total;
      if (right < total) group.wrong.add(number);
      if (groups.size > MOST) this.fields.set(field, null);
    }
  }

  figures(): Figure[] {
    return [...this.fields].flatMap(([field, groups]) =>
      groups === null
        ? []
        : [
            {
              measure: 'rates',
              title: `Right solutions by ${field}`,
              about: 'Share of the judged solutions that are right, with its Wilson score interval (1927).',
              shape: 'bars',
              unit: 'share',
              axis: field,
              behind: 'rows with a wrong solution',
              series: [
                {
                  name: 'right',
                  points: [...groups]
                    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
                    .map(([label, { right, total, wrong }]) => sharePoint(label, right, total, wrong.behind)),
                },
              ],
            },
          ],
    );
  }

  private groupsOf(field: string): Map<string, Group> | null {
    const known = this.fields.get(field);
    if (known !== undefined) return known;
    const groups = new Map<string, Group>();
    this.fields.set(field, groups);
    return groups;
  }
}

function labelOf(value: Json | undefined): string | null {
  const short = typeof value === 'string' || typeof value === 'number';
  const text = short ? String(value).trim() : '';
  return text === '' || text.length > 80 ? null : text;
}
