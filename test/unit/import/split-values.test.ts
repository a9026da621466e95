import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { onOneLine } from '../../../src/core/import/row-shape';
import { split } from './pieces';

const value = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });
const indent = fc.constantFrom(0, 1, 2, 4, '\t');
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

describe('values are cut out of what they stand in', () => {
  test('of a list: the elements, byte for byte', () =>
    fc.assert(
      fc.asyncProperty(fc.array(value), indent, sizes, async (list, space, pieces) => {
        const text = JSON.stringify(list, null, space);
        const { values, texts, report } = await split(text, 'list', pieces);
        assert.deepEqual(
          texts.map((each) => JSON.parse(each) as unknown),
          JSON.parse(text),
        );
        for (const { bytes, at } of values) {
          assert.deepEqual(Buffer.from(text).subarray(at, at + bytes.length), bytes);
        }
        assert.equal(report.total, 0);
      }),
    ));

  test('of an object: keys and values', () =>
    fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), value), indent, sizes, async (object, space, pieces) => {
        const text = JSON.stringify(object, null, space);
        const { values } = await split(text, 'keyed', pieces);
        const entries = values.map(({ key, bytes }) => [
          JSON.parse(String(key)) as string,
          JSON.parse(bytes.toString()) as unknown,
        ]);
        assert.deepEqual(entries, Object.entries(JSON.parse(text) as object));
      }),
    ));

  test('one after the other', () =>
    fc.assert(
      fc.asyncProperty(fc.array(value), indent, sizes, async (list, space, pieces) => {
        const text = list.map((each) => JSON.stringify(each, null, space)).join('\r\n');
        const { texts } = await split(text, 'none', pieces);
        assert.deepEqual(
          texts,
          list.map((each) => JSON.stringify(each, null, space)),
        );
      }),
    ));

  test('numbers, escapes, doubled keys and white space stay as they are spelled', async () => {
    const rows = [
      '{"a":1.0,"b":12345678901234567890,"a":1E400}',
      '{ "s":"\\u00e9\\/ [}\\"," }',
      '-0',
      'null',
    ];
    assert.deepEqual((await split(`[${rows.join(' ,\n')}]`, 'list')).texts, rows);
  });
});

describe('a broken value is reported with its place, and its neighbours come over', () => {
  const good = ['{\n    "id": 1\n  }', '{\n    "id": 3\n  }'];
  const list = (broken: string) => `[\n  ${good[0]},\n  ${broken},\n  ${good[1]}\n]`;
  const cases: Record<string, string> = {
    'a trailing comma': '{\n    "id": 2,\n  }',
    'not a number': '{ "id": NaN }',
    'a bracket of the wrong kind': '{\n    "id": [1, 2\n  }',
    'a bracket that is missing': '{\n    "id": {"a": 2\n  ',
    'a quote that is missing': '{\n    "id": "two\n  }',
    'a bracket too many': '{\n    "id": 2\n  }}',
    'a raw line break in a text': '{\n    "id": "tw\no"\n  }',
  };
  for (const [name, broken] of Object.entries(cases)) {
    test(name, async () => {
      const { texts, report } = await split(list(broken), 'list');
      assert.deepEqual(
        texts.filter((text) => text.includes('"id": 1') || text.includes('"id": 3')),
        good,
      );
      assert.ok(report.leftOut >= 1);
      if (name !== 'a bracket too many') {
        assert.equal(report.problems[0]?.place, `byte ${list(broken).indexOf(broken)}`);
      }
    });
  }

  test('in an object, and in objects one after the other', async () => {
    const keyed = '{\n "a": {"x": 1},\n "b": {"x": ,\n "c": {"x": 3}\n}';
    assert.deepEqual((await split(keyed, 'keyed')).texts, ['{"x": 1}', '{"x": 3}']);
    const loose = '{\n "x": "1\n}\n{\n "x": 2\n}\n{\n "x": 3\n}\n';
    assert.deepEqual((await split(loose, 'none')).texts, ['{\n "x": 2\n}', '{\n "x": 3\n}']);
  });

  test('a list that ends too early gives what it has, and says so', async () => {
    const { texts, report } = await split('[{"a":1},{"a":2', 'list');
    assert.deepEqual(texts, ['{"a":1}']);
    assert.deepEqual(
      report.problems.map(({ place }) => place),
      ['byte 9', 'byte 15'],
    );
  });
});

test('only line breaks between tokens are taken out of a value', () => {
  const text = '{\r\n  "a\\n":\n [ 1,\n\t2 ]\r}';
  assert.equal(onOneLine(Buffer.from(text)).toString(), '{  "a\\n": [ 1,\t2 ]}');
});
