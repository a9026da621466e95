import type { Profile } from '../profile/profile';
import { fieldValues, isMissing, measureOf } from './field-values';
import type { FieldValues } from './field-values';
import { inRange, numberIn, numberNamedIn } from './number-text';
import { leavesOf } from './queried-row';
import type { QueriedRow } from './queried-row';
import type { Query, QueryNode, TextNode } from './query';
import { findingHolds, stateHolds } from './state-facts';
import { textTest } from './text-test';
import type { TextRule, WantedText } from './text-test';

/** Whether a row fits. Never throws. */
export type RowTest = (row: QueriedRow) => boolean;

/**
 * Makes a query ready to be asked of rows. `annotator`: whose decisions `label:` and the like are about; null for anybody's.
 * In a row that is not JSON, words are searched in the row as it stands, and no condition on a field holds.
 */
export function compileQuery(query: Query, profile: Profile, annotator: string | null): RowTest {
  return query.node ? new Compiler(query, profile, annotator).compile(query.node) : () => true;
}

class Compiler {
  private readonly rule: TextRule;
  private readonly profile: Profile;
  private readonly annotator: string | null;

  constructor(rule: TextRule, profile: Profile, annotator: string | null) {
    this.rule = rule;
    this.profile = profile;
    this.annotator = annotator;
  }

  compile(node: QueryNode): RowTest {
    switch (node.kind) {
      case 'all':
        return all(this.cheapestFirst(node.parts));
      case 'any':
        return any(this.cheapestFirst(node.parts));
      case 'not':
        return not(this.compile(node.part));
      case 'text':
        return node.field === null ? this.anywhere(node) : this.inField(node, node.field);
      case 'measure': {
        const { measure, range } = node;
        return this.ofField(node.field, (values) => inRange(measureOf(measure, values), range));
      }
      case 'row':
        return ({ number }) => inRange(number + 1, node.range);
      case 'finding':
        return ({ findings }) => findingHolds(node.rule, findings);
      case 'queue': {
        const by = node.by ?? this.annotator;
        return (row) => row.isInQueue(node.name, by === 'any' ? null : by);
      }
      case 'state':
        return ({ decisions }) => stateHolds(node, decisions, this.annotator);
    }
  }

  private cheapestFirst(parts: QueryNode[]): RowTest[] {
    return parts.toSorted((a, b) => cost(a) - cost(b)).map((part) => this.compile(part));
  }

  private anywhere({ want }: TextNode): RowTest {
    if (!isText(want)) return () => true;
    const test = textTest(want, this.rule);
    return ({ texts }) => texts.some(test);
  }

  private inField({ want }: TextNode, name: string): RowTest {
    if (want.kind === 'none') return this.ofField(name, isMissing);
    if (want.kind === 'any') return this.ofField(name, (values) => !isMissing(values));
    if (want.kind === 'range')
      return this.ofLeaves(name, (leaf) => {
        const number = typeof leaf === 'string' ? numberNamedIn(leaf) : leaf;
        return typeof number === 'number' && inRange(number, want.range);
      });
    const test = leafTest(want, this.rule);
    return this.ofLeaves(name, test);
  }

  private ofLeaves(name: string, test: (leaf: Leaf) => boolean): RowTest {
    return this.ofField(name, (values) => leavesOf(values).some(test));
  }

  private ofField(name: string, test: (values: ReturnType<FieldValues>) => boolean): RowTest {
    const valuesOf = fieldValues(name, this.profile);
    return ({ readable }) => readable !== null && valuesOf !== null && test(valuesOf(readable));
  }
}

type Leaf = string | number | boolean | null;

/** A number fits a text that is the same number; a regular expression looks at the number as text. */
function leafTest(want: WantedText, rule: TextRule): (leaf: Leaf) => boolean {
  const test = textTest(want, rule);
  const number = want.kind === 'matches' ? null : numberIn(want.text);
  return (leaf) => {
    if (typeof leaf === 'string') return test(leaf);
    if (typeof leaf === 'number') return want.kind === 'matches' ? test(String(leaf)) : leaf === number;
    return leaf !== null && test(String(leaf));
  };
}

function isText(want: TextNode['want']): want is WantedText {
  return want.kind === 'has' || want.kind === 'is' || want.kind === 'matches';
}

function all(tests: RowTest[]): RowTest {
  return (row) => tests.every((test) => test(row));
}

function any(tests: RowTest[]): RowTest {
  return (row) => tests.some((test) => test(row));
}

function not(test: RowTest): RowTest {
  return (row) => !test(row);
}

/** Row numbers and findings are known without reading the row; decisions may ask for its digest. */
function cost(node: QueryNode): number {
  switch (node.kind) {
    case 'row':
    case 'finding':
      return 0;
    case 'text':
    case 'measure':
      return 1;
    case 'queue':
    case 'state':
      return 2;
    case 'not':
      return cost(node.part);
    case 'all':
    case 'any':
      return Math.max(...node.parts.map(cost));
  }
}
