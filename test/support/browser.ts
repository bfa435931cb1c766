import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A real Chromium: the one at CHROMIUM_PATH, or the one that npm has already brought. Nothing is downloaded. */
export async function openBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH;
  if (given) return chromium.launch({ executablePath: given });
  const { path, env } = await unpacked();
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env } as Record<string, string>,
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
}

/** Why no browser can be started here; null when one can. */
export function browserMissing(): string | null {
  if (process.env.CHROMIUM_PATH || (process.platform === 'linux' && process.arch === 'x64')) return null;
  return `the Chromium that npm brings runs on Linux on x64 only, and this is ${process.platform} on ${process.arch}: set CHROMIUM_PATH to a Chrome or Chromium.`;
}

/** The browser and its libraries, unpacked once for each version into node_modules: beside their place and renamed, so that they are there whole or not at all. */
async function unpacked(): Promise<{ path: string; env: Record<string, string> }> {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')) as { version: string };
  const folder = join(root, 'node_modules/.cache', `chromium-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(dirname(folder), { recursive: true });
    const partial = mkdtempSync(`${folder}.partial-`);
    await unpackInto(partial);
    writeFileSync(join(partial, 'fonts.conf'), fontsConf(folder));
    try {
      renameSync(partial, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error; // Otherwise another run had it first.
    } finally {
      rmSync(partial, { recursive: true, force: true });
    }
  }
  const libraries = [join(folder, 'al2023/lib'), join(folder, 'al2/lib')].find(existsSync) ?? folder;
  return { path: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: folder, FONTCONFIG_FILE: join(folder, 'fonts.conf') } };
}

/** It leaves its libraries packed unless it believes to be on AWS, and unpacks into the folder for temporary files. */
async function unpackInto(folder: string): Promise<void> {
  const before = { ...process.env };
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  process.env.TMPDIR = folder;
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
  } finally {
    for (const name of ['AWS_EXECUTION_ENV', 'TMPDIR']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

/** Its own names folders that are not there, which makes all text invisible. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(dirname(folder), 'fontconfig')}</cachedir></fontconfig>\n`;
}
