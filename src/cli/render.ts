import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readImage } from '../core/dataset/image-file';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { readLibrary } from '../core/dataset/reference-library';
import { projectLibraries } from '../core/project/project-libraries';
import { startChecks } from '../core/check/run-checks';
import type { StaticPage } from '../protocol/static-page';
import { exitCodes, UnreadableInput, UsageError } from './exit-codes';
import type { Command } from './command';
import { openAnyDataset } from './open-dataset';
import type { ReadingOptions } from './open-dataset';

/** Writes one row as the page would show it: one HTML document that needs nothing else. */
export const render: Command = {
  usage: 'render FILE --row N [--profile ID] > row.html',
  run: async ([file = ''], options) => {
    const { row } = options;
    if (row === undefined || !/^[1-9]\d*$/.test(row))
      throw new UsageError('--row takes a row number, from 1');
    process.stdout.write(await renderRow(file, Number(row) - 1, options));
    return exitCodes.clean;
  },
};

async function renderRow(file: string, number: number, options: ReadingOptions): Promise<string> {
  const { dataset, detection, project, settings, close } = await openAnyDataset(file, options);
  const { profile } = detection;
  const [raw] = await dataset.rows(number, 1);
  if (!raw) throw new UnreadableInput(`${file} has rows 1 to ${dataset.index.rows}, no row ${number + 1}`);
  const { findings, identity } = startChecks(profile, settings)(raw);
  const named = await projectLibraries(project);
  const library = [...(await readLibrary(nodeFileStore, path.resolve(file), profile, named)).values()];
  const packet = {
    number,
    position: number,
    previous: null,
    next: null,
    edited: false,
    bytes: new Uint8Array(raw.bytes).buffer,
    size: raw.size,
    ...identity,
    findings,
    standing: [],
    review: [],
  };
  const images = await imagesOf(file, new TextDecoder().decode(raw.bytes));
  await close();
  const page = createRequire(__filename)(path.join(__dirname, 'static-page.js')) as StaticPage;
  return documentOf(
    `${path.basename(file)}, row ${number + 1}`,
    page.renderRow({ packet, profile, library, images }),
  );
}

/** Names of image files as they stand in a row: Markdown images and whole values that end like one. */
const IMAGE_NAMES = /!\[[^\][]{0,200}\]\(([^)\s]{1,500})\)|"([^"\\]{1,500}\.(?:png|jpe?g|gif|webp))"/gi;

/** The images that a row names and that may be shown, as data addresses. */
async function imagesOf(file: string, row: string): Promise<Record<string, string>> {
  const images: Record<string, string> = {};
  for (const [, inMarkdown, asValue] of row.matchAll(IMAGE_NAMES)) {
    const name = inMarkdown ?? asValue ?? '';
    const image = await readImage(nodeFileStore, path.resolve(file), name).catch(() => null);
    if (image) images[name] = `data:${image.type};base64,${Buffer.from(image.bytes).toString('base64')}`;
  }
  return images;
}

async function documentOf(title: string, body: string): Promise<string> {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${escaped(title)}</title>
<style>${await ownStyle()}</style>
</head>
<body>${body}</body>
</html>
`;
}

/** The page's style with its fonts inside, so that the document can be moved and printed. */
async function ownStyle(): Promise<string> {
  const folder = path.join(__dirname, 'page');
  const style = await readFile(path.join(folder, 'page.css'), 'utf8');
  const fonts = [
    ...new Set(Array.from(style.matchAll(/url\("?\.\/([^")?#]+\.(woff2|ttf))[^)]*\)/g), ([, name]) => name)),
  ];
  let whole = style
    .replace(/\/\*# sourceMappingURL=.*\*\//, '')
    .replaceAll(/,\s*url\([^)]*\.(?:woff|ttf)"?\)\s*format\([^)]*\)/g, ''); // formats that nothing falls back to
  for (const name of fonts) {
    if (name === undefined) continue;
    const type = name.endsWith('woff2') ? 'font/woff2' : 'font/ttf';
    const data = (await readFile(path.join(folder, name))).toString('base64');
    whole = whole.replaceAll(
      new RegExp(`url\\("?\\./${name.replaceAll('.', '\\.')}[^)]*\\)`, 'g'),
      `url(data:${type};base64,${data})`,
    );
  }
  return whole;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
