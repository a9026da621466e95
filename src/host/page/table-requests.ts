import * as z from 'zod';
import type { HostApi } from '../../protocol/page';
import type { DatasetDocument } from '../document/dataset-document';
import { chosenRowsSchema, rowEditSchema } from '../editor/edit-schema';
import type { PageSurroundings } from './page-requests';
import { suggest } from '../queue/query-suggestions';

type TableApi = Pick<
  HostApi,
  | 'rowPart'
  | 'setQueue'
  | 'stopQueue'
  | 'suggest'
  | 'saveQueue'
  | 'chooseQueue'
  | 'chooseSort'
  | 'setColumns'
  | 'setView'
  | 'chooseColumns'
  | 'countColumns'
  | 'edit'
  | 'changeRows'
  | 'exportRows'
>;

const LONGEST_PART = 1024 * 1024;
const whole = z.int().nonnegative();
const sort = z.strictObject({ column: z.string(), descending: z.boolean() }).nullable();
const queryText = z.string().max(10_000);
const shownColumns = z.array(z.strictObject({ id: z.string(), width: z.number() })).max(500);
const chosenRows = chosenRowsSchema.nullable();

/** Answers what a page asks about many rows: which there are, their columns, and their edits. */
export function answerTable(document: DatasetDocument, around: PageSurroundings): TableApi {
  const { queue } = around;
  return {
    rowPart: async (number, from, length) => {
      const most = z.int().min(1).max(LONGEST_PART).parse(length);
      const part = await document.part(whole.parse(number), whole.parse(from), most);
      return new Uint8Array(part?.bytes ?? []).buffer;
    },
    setQueue: async (query, order) => queue.set(queryText.parse(query), sort.parse(order)),
    stopQueue: async () => queue.stop(),
    suggest: async (query, caret) => suggest(document, queryText.parse(query), whole.parse(caret)),
    saveQueue: () => around.saveQueue(),
    chooseQueue: () => around.chooseQueue(),
    chooseSort: () => around.chooseSort(),
    setColumns: (columns) => document.columns.show(shownColumns.parse(columns)),
    setView: (view) => around.setView(z.literal(['focus', 'table', 'group', 'review']).parse(view)),
    chooseColumns: () => document.columns.choose(),
    countColumns: async () => document.columns.count(),
    edit: async (edit) => around.edit(rowEditSchema.parse(edit)),
    changeRows: (rows) => around.changeRows(chosenRows.parse(rows)),
    exportRows: (rows) => around.exportRows(chosenRows.parse(rows)),
  };
}
