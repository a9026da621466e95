const INCLUDE_VALUE = { include: '#value' };
const ESCAPE = { match: '\\\\.', name: 'constant.character.escape.json.lines' };

/** As much of a JSON Lines grammar as the injections need, with the scope names of the one in VS Code. */
export const baseGrammar = {
  scopeName: 'source.json.lines',
  patterns: [INCLUDE_VALUE],
  repository: {
    value: {
      patterns: [
        { include: '#object' },
        { include: '#array' },
        { include: '#text' },
        { match: '-?[0-9][0-9.eE+-]*', name: 'constant.numeric.json.lines' },
        { match: 'true|false|null', name: 'constant.language.json.lines' },
      ],
    },
    object: {
      name: 'meta.structure.dictionary.json.lines',
      begin: '\\{',
      end: '\\}',
      patterns: [
        { include: '#key' },
        {
          name: 'meta.structure.dictionary.value.json.lines',
          begin: ':',
          end: ',|(?=\\})',
          patterns: [INCLUDE_VALUE],
        },
      ],
    },
    array: {
      name: 'meta.structure.array.json.lines',
      begin: '\\[',
      end: '\\]',
      patterns: [INCLUDE_VALUE],
    },
    key: {
      name: 'string.json.lines support.type.property-name.json.lines',
      begin: '"',
      end: '"',
      patterns: [ESCAPE],
    },
    text: { name: 'string.quoted.double.json.lines', begin: '"', end: '"', patterns: [ESCAPE] },
  },
};
