import assert from 'node:assert/strict';

/** A start tag as a browser reads it. */
export interface Tag {
  name: string;
  attributes: [string, string][];
}

const ATTRIBUTE = /\s*([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?|\s*\//y;

/** All start tags of a document, with the inside of style elements left out. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  const start = /<([a-zA-Z][^\s/>]*)/g;
  for (let found = start.exec(html); found; found = start.exec(html)) {
    const name = found[1]!.toLowerCase();
    const tag: Tag = { name, attributes: [] };
    ATTRIBUTE.lastIndex = start.lastIndex;
    for (let read = ATTRIBUTE.exec(html); read; read = ATTRIBUTE.exec(html)) {
      start.lastIndex = ATTRIBUTE.lastIndex;
      if (read[1] !== undefined)
        tag.attributes.push([read[1].toLowerCase(), read[2] ?? read[3] ?? read[4] ?? '']);
    }
    tags.push(tag);
    if (name === 'style') start.lastIndex = html.indexOf('</style', start.lastIndex);
  }
  return tags;
}

/** Elements that run, load, navigate or send, whatever their attributes. */
const ACTIVE = [
  ...['script', 'iframe', 'frame', 'object', 'embed', 'applet', 'link', 'base', 'form', 'template', 'portal'],
  ...['video', 'audio', 'source', 'track', 'a', 'area', 'image', 'use', 'animate', 'set', 'foreignobject'],
];

/** Attributes that name something to load or go to. */
const ADDRESSES = [
  ...['src', 'srcset', 'href', 'xlink:href', 'action', 'formaction', 'poster', 'data', 'background', 'ping'],
  ...['cite', 'longdesc', 'manifest', 'srcdoc', 'http-equiv', 'profile'],
];

/** Attributes that are shown or read aloud, and lead nowhere. */
const WORDS = ['title', 'alt', 'aria-label'];

/** Nothing in this HTML runs, loads or leads elsewhere. */
export function assertInert(html: string, what: string): void {
  for (const { name, attributes } of tagsOf(html)) {
    assert.ok(!ACTIVE.includes(name), `${what}: <${name}>`);
    for (const [key, value] of attributes) {
      assert.ok(!key.startsWith('on'), `${what}: ${name} ${key}`);
      assert.ok(
        !ADDRESSES.includes(key) || isHarmless(key, value),
        `${what}: ${name} ${key}=${value.slice(0, 80)}`,
      );
      if (!WORDS.includes(key))
        assert.doesNotMatch(value, /javascript:|vbscript:/i, `${what}: ${name} ${key}`);
      if (key === 'style')
        assert.doesNotMatch(value, /url\(|expression|position:\s*fixed/i, `${what}: ${name}`);
    }
  }
}

function isHarmless(key: string, value: string): boolean {
  if (key === 'http-equiv') return value.toLowerCase() === 'content-security-policy';
  return /^data:image\/(png|jpeg|gif|webp);/.test(value);
}
