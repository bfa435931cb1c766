import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'dist', 'web');

/** Leaves out the fonts that a style sheet carries within itself: two thirds of its weight. */
const withoutFonts: Plugin = {
  name: 'without-fonts',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.css$/ }, ({ path }) => ({ contents: readFileSync(path, 'utf8').replaceAll(/@font-face\s*\{[^}]*\}/g, ''), loader: 'css' }));
  },
};

/** Bundles what browsers get, under names that change with the content, each also compressed; `manifest.json` says what became of what. */
async function buildWeb(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['web/graphiql.ts'],
    outdir: folder,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutFonts],
    metafile: true,
    logLevel: 'warning',
  });
  const made = Object.keys(metafile.outputs).map((path) => basename(path));
  for (const name of made) compress(join(folder, name));
  const manifest = Object.fromEntries(made.map((name) => [name.replace(/-\w+\./, '.'), name]));
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function compress(path: string): void {
  const content = readFileSync(path);
  writeFileSync(`${path}.br`, brotliCompressSync(content));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}

await buildWeb();
