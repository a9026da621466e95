/**
 * A query: one line that says which rows are wanted. docs/query.md explains it to people; the grammar is
 *
 *     query     = all { "or" all }
 *     all       = part { [ "and" ] part }                     both hold
 *     part      = { "not" | "-" } ( "(" query ")" | condition | regex | text )
 *     condition = FIELD ":" wanted                            category:Algebra   meta.level:2..5   steps[].text:"so that"
 *               | ( "length" | "count" ) "(" FIELD ")" ":" range
 *               | ( "label" | "verdict" | "mark" | "flag" | "tag" | "judged" | "curated" | "contaminated" | "duplicate" )
 *                   [ "(" ANNOTATOR ")" ] ":" value
 *               | "queue" [ "(" ANNOTATOR ")" ] ":" name
 *               | "review" ":" value | "finding" ":" rule | "annotator" ":" name | "row" ":" range
 *               | ( "case" | "word" ) ":" ( "on" | "off" )     for the whole query
 *     wanted    = "none" | "any" | range | "=" text | regex | text
 *     range     = NUMBER | NUMBER ".." [ NUMBER ] | ".." NUMBER | ( ">" | ">=" | "<" | "<=" ) NUMBER
 *     regex     = "/" SOURCE "/" { "i" | "m" | "s" | "u" | "v" }
 *     text      = WORD | '"' { any character, '"' written twice } '"'
 *
 * FIELD is a role or a path as in field.ts. A minus before a digit belongs to the text. A backslash is only a backslash.
 */
export interface Query {
  /** What is asked; null when nothing is: then every row fits. Parts with a fault are left out. */
  node: QueryNode | null;
  /** Upper and lower case differ (`case:on`). */
  matchCase: boolean;
  /** Texts are found as whole words only (`word:on`). */
  wholeWord: boolean;
  faults: QueryFault[];
}

/** What is wrong with a part of the query. Offsets are UTF-16 units in the line. */
export interface QueryFault {
  start: number;
  end: number;
  message: string;
}

interface Place {
  start: number;
  end: number;
}

export type QueryNode =
  | (Place & { kind: 'all' | 'any'; parts: QueryNode[] })
  | (Place & { kind: 'not'; part: QueryNode })
  | TextNode
  | (Place & { kind: 'measure'; measure: Measure; field: string; range: Range })
  | (Place & { kind: 'row'; range: Range })
  | StateNode
  | QueueNode
  | (Place & { kind: 'finding'; rule: string });

/** Something about a field's values, or (`field` null) about any text of the row. */
export type TextNode = Place & { kind: 'text'; field: string | null; want: Wanted };

/** A decision on the row: its value (or `any`, `none`), and whose. */
export type StateNode = Place & {
  kind: 'state';
  what: StateWhat;
  value: string;
  /** An annotator's name, `any` for anybody, null for the one who asks. */
  by: string | null;
};

/** A row that somebody (null: the one who asks) has in a team's queue; `any` for anybody. */
export type QueueNode = Place & { kind: 'queue'; name: string; by: string | null };

export type StateWhat =
  | 'label'
  | 'verdict'
  | 'mark'
  | 'flag'
  | 'tag'
  | 'judged'
  | 'review'
  | 'curated'
  | 'contaminated'
  | 'duplicate'
  | 'decision';
export type Measure = 'length' | 'count';

export type Wanted =
  | { kind: 'has'; text: string }
  | { kind: 'is'; text: string }
  | { kind: 'matches'; source: string; flags: string }
  | { kind: 'range'; range: Range }
  | { kind: 'none' }
  | { kind: 'any' };

/** Numbers from `from` to `to`, both included unless `beyond` says that the bound itself does not fit. */
export interface Range {
  from: number;
  to: number;
  /** `>` and `<` */
  beyond: boolean;
}
