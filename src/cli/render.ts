import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { readLibrary } from '../core/dataset/reference-library';
import { projectLibraries } from '../core/project/project-libraries';
import { inlineBytes, judgeInline } from '../core/image/inline-image';
import { ImageFiles } from '../core/image/image-files';
import { rowImageFacts } from '../core/image/row-image-facts';
import { readRow } from '../core/profile/read-row';
import { emptyReading } from '../core/profile/reading';
import type { Medium, Reading } from '../core/profile/reading';
import { isAddress, pictureKey, rowPictures } from '../core/profile/row-pictures';
import { decodeRow, parseRow } from '../core/row/parse';
import { identityRule } from '../core/profile/profile-identity';
import { identifyRow } from '../core/row/key';
import { RowChecks } from '../workers/row-checks';
import type { StaticPage } from '../protocol/static-page';
import { workspaceAround } from './workspace-around';
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
  const libraries = await projectLibraries(project);
  const library = [...(await readLibrary(nodeFileStore, path.resolve(file), profile, libraries)).values()];
  const files = new ImageFiles(nodeFileStore, path.resolve(file), workspaceAround(file));
  const parsed = parseRow(decodeRow(raw.bytes));
  const value = parsed.kind === 'value' ? parsed.value : undefined;
  const checks = new RowChecks(path.join(__dirname, 'check-worker.js'), { file, profile, settings });
  const findings = await checks.findings(raw);
  checks.end();
  const reading = parsed.kind === 'value' ? readRow(parsed.value, profile) : emptyReading();
  const packet = {
    number,
    position: number,
    again: false,
    previous: null,
    next: null,
    edited: false,
    bytes: new Uint8Array(raw.bytes).buffer,
    size: raw.size,
    ...identifyRow(raw.bytes, value, identityRule(profile)),
    findings,
    standing: [],
    review: [],
    images: await rowImageFacts(files, reading),
  };
  const images = await imagesOf(files, reading);
  await close();
  const page = createRequire(__filename)(path.join(__dirname, 'static-page.js')) as StaticPage;
  return documentOf(
    `${path.basename(file)}, row ${number + 1}`,
    page.renderRow({ packet, profile, library, images }),
  );
}

/** Images of so many bytes together are put into the page. */
const MOST_EMBEDDED = 48 * 1024 * 1024;

/** The images of a row that may be shown, as data addresses by `pictureKey`, as far as there is room. */
async function imagesOf(files: ImageFiles, reading: Reading): Promise<Record<string, string>> {
  const images: Record<string, string> = {};
  let room = MOST_EMBEDDED;
  for (const medium of rowPictures(reading)) {
    const image = await imageOf(files, medium).catch(() => null); // the page says why
    if (!image || image.bytes.length > room) continue;
    room -= image.bytes.length;
    const address = `data:${image.type};base64,${Buffer.from(image.bytes).toString('base64')}`;
    images[pictureKey(medium)] = address;
  }
  return images;
}

async function imageOf(
  files: ImageFiles,
  { file, data }: Medium,
): Promise<{ bytes: Uint8Array; type: string } | null> {
  if (data === undefined) return isAddress(file) ? null : files.read(file);
  const facts = judgeInline(file, data);
  const bytes = facts.fault === null ? inlineBytes(data) : null;
  return bytes && facts.fault === null ? { bytes, type: facts.type } : null;
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
