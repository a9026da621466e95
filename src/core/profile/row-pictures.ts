import { isInlineImage } from '../image/inline-image';
import type { Medium, Reading, SourceText } from './reading';

/** `![words](path)` in a Markdown text. */
const MARKDOWN_IMAGE = /!\[[^\][]{0,300}\]\(\s*<?([^)\s>]{1,4000})/g;

/** Every image that a row has or names, in reading order, each once: those of roles, and those in Markdown texts. */
export function rowPictures(reading: Reading): Medium[] {
  const { media, choices, traces } = reading;
  const all = [
    ...media,
    ...markdownImages([...reading.context.map(({ source }) => source), ...reading.problem]),
    ...choices.flatMap(({ medium }) => medium ?? []),
    ...markdownImages(choices.map(({ source }) => source)),
    ...markdownImages(reading.hints.flatMap((hint) => (hint.kind === 'text' ? [hint.source] : []))),
    ...traces.flatMap(({ steps }) =>
      steps.flatMap((step) => [...(step.media ?? []), ...markdownImages([step.source])]),
    ),
  ];
  const seen = new Map(all.filter(isSaid).map((medium) => [pictureKey(medium), medium]));
  return [...seen.values()];
}

/** The images that Markdown texts name. */
function markdownImages(sources: Pick<SourceText, 'path' | 'text'>[]): Medium[] {
  return sources.flatMap(({ path, text }) => {
    if (!text.includes('![')) return [];
    return [...text.matchAll(MARKDOWN_IMAGE)].flatMap(([, file]) =>
      file === undefined ? [] : [namedImage(file, path)],
    );
  });
}

/** An image by what a text says of it: a path, an address, or its bytes. */
export function namedImage(said: string, path: Medium['path'] = []): Medium {
  return isInlineImage(said) ? { path, file: '', data: said } : { path, file: said };
}

/** Tells one image from another: by its bytes where they stand in the row, else by its name. */
export function pictureKey({ file, data }: Medium): string {
  return data ?? `file ${file}`;
}

/** An address is shown, and never loaded. */
export function isAddress(file: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(file);
}

/** An interleaved text may have an image of which nothing is said. */
function isSaid({ file, data }: Medium): boolean {
  return file !== '' || data !== undefined;
}
