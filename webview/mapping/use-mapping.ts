import { useState } from 'preact/hooks';
import { mapField, renameField, turnNotation } from '../../src/core/profile/mapping/map-field';
import type { MappedField } from '../../src/core/profile/mapping/mapped-fields';
import type { RoleChoice } from '../../src/core/profile/mapping/role-choices';
import type { Lack } from '../../src/core/profile/lacks';
import type { Profile } from '../../src/core/profile/profile';
import type { MappingStart } from '../../src/protocol/mapping';

interface Mapping {
  draft: Profile;
  lacks: Lack[];
}

/** The profile that is being made, with the way back. */
export function useMapping(start: MappingStart) {
  const first = { draft: { ...start.inForce, title: start.title }, lacks: start.lacks };
  const [steps, setSteps] = useState<[Mapping, ...Mapping[]]>([first]);
  const [now, ...before] = steps;
  const change = (to: Partial<Mapping>) => setSteps([{ ...now, ...to }, now, ...before]);
  const { draft, lacks } = now;
  return {
    draft,
    lacks,
    changed: JSON.stringify(draft) !== JSON.stringify(first.draft),
    canUndo: before.length > 0,
    map: ({ path }: MappedField, choice: RoleChoice | null) =>
      change({ draft: mapField(draft, path, choice) }),
    turn: ({ rule }: MappedField) => rule && change({ draft: turnNotation(draft, rule) }),
    take: (lack: Lack) => {
      if (!lack.suggestion) return;
      const others = lacks.filter((each) => each !== lack);
      change({ draft: renameField(draft, lack.path, lack.suggestion.path), lacks: others });
    },
    rename: (title: string) => setSteps([{ ...now, draft: { ...draft, title } }, ...before]),
    /** Takes the roles of another profile; name and id stay. */
    begin: ({ keyed, roles, idField, identity, links, repeats, schema }: Profile) =>
      change({ draft: { ...draft, keyed, roles, idField, identity, links, repeats, schema }, lacks: [] }),
    undo: () => {
      const [last, ...earlier] = before;
      if (last) setSteps([{ ...last, draft: { ...last.draft, title: draft.title } }, ...earlier]);
    },
  };
}
