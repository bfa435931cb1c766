import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { writeOperations } from './web-operations.ts';
import { worldOutlines } from './web-world.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'dist', 'web');

/** Leaves out the fonts that a style sheet carries within itself: two thirds of its weight. */
const withoutFonts: Plugin = {
  name: 'without-fonts',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.css$/ }, ({ path }) => ({ contents: readFileSync(path, 'utf8').replaceAll(/@font-face\s*\{[^}]*\}/g, ''), loader: 'css' }));
  },
};

const common: BuildOptions = {
  absWorkingDir: root,
  outdir: folder,
  entryNames: '[name]-[hash]',
  chunkNames: 'part-[hash]',
  assetNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  metafile: true,
  logLevel: 'warning',
};

/** Bundles what browsers get, under names that change with the content, each also compressed; `manifest.json` says what became of what. */
async function buildWeb(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  writeOperations();
  const bundles = [
    await build({ ...common, entryPoints: ['web/graphiql.ts'], define: { 'process.env.NODE_ENV': '"production"' }, plugins: [withoutFonts], metafile: true }),
    await build({ ...common, entryPoints: ['web/views/views.ts', 'web/views/layout.ts'], splitting: true, loader: { '.woff2': 'file' }, metafile: true }),
  ];
  const made = [...bundles.flatMap(({ metafile }) => Object.keys(metafile.outputs).map((path) => basename(path))), writeWorld()];
  for (const name of made) if (!name.endsWith('.woff2')) compress(join(folder, name));
  // Parts that are loaded later have no name but the one with the hash.
  const manifest = Object.fromEntries([
    ...made.map((name) => [name.startsWith('part-') ? name : name.replace(/-\w+\./, '.'), name]),
    ...bundles.flatMap(({ metafile }) => Object.entries(metafile.outputs).flatMap(([path, { entryPoint }]) => viewIn(path, entryPoint))),
  ]);
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The part that a view is in, by the view: its page asks for it along with the script that will need it. */
function viewIn(path: string, entryPoint = ''): [string, string][] {
  const [, view] = /^web\/views\/(\w+)\/view\.ts$/.exec(entryPoint) ?? [];
  return view ? [[`view-${view}.js`, basename(path)]] : [];
}

function writeWorld(): string {
  const content = JSON.stringify(worldOutlines());
  const name = `world-${createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase()}.json`;
  writeFileSync(join(folder, name), content);
  return name;
}

function compress(path: string): void {
  const content = readFileSync(path);
  writeFileSync(`${path}.br`, brotliCompressSync(content));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}

await buildWeb();
