import type { HostApi } from '../protocol/page';
import type { TableColumn } from '../protocol/table';
import type { Profile } from '../core/profile/profile';
import { pathText } from '../core/row/json';

type TableApi = Pick<
  HostApi,
  | 'slice'
  | 'suggest'
  | 'saveQueue'
  | 'chooseQueue'
  | 'chooseSort'
  | 'setColumns'
  | 'chooseColumns'
  | 'countColumns'
  | 'edit'
  | 'changeRows'
  | 'exportRows'
>;

const later = () => Promise.reject(new Error('This is on its way.'));

export function answerTable(): TableApi {
  return {
    slice: later,
    suggest: async () => [],
    saveQueue: later,
    chooseQueue: later,
    chooseSort: later,
    setColumns: async () => undefined,
    chooseColumns: later,
    countColumns: async () => undefined,
    edit: later,
    changeRows: later,
    exportRows: later,
  };
}

/** The columns of a profile's datasets, before anybody chose. */
export function defaultColumns({ idField, roles }: Profile): TableColumn[] {
  const has = (role: string) => roles.some((rule) => rule.role === role);
  return [
    column('row', 'Row', 'number', 64),
    ...(idField ? [column(pathText(idField), 'Id', 'text', 140)] : []),
    ...(has('problem') ? [column('problem', 'Problem', 'maths', 360)] : []),
    ...(has('answer') ? [column('answer', 'Answer', 'maths', 96)] : []),
    ...(has('concept') ? [column('concept', 'Concepts', 'text', 120)] : []),
    column('labels', 'Labels', 'labels', 130),
    column('findings', 'Findings', 'findings', 150),
    column('flags', 'Flags', 'number', 56),
  ];
}

function column(id: string, title: string, kind: TableColumn['kind'], width: number): TableColumn {
  return { id, title, kind, width };
}
