import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { embeddedGraph } from '../src/graph/embedded.ts';
import { takeFolder } from '../src/graph/folder-lock.ts';

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'attested-lock-'));

/** The folder of a process that is gone. */
function abandoned(text: string, secondsAgo = 0): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'lock'), text);
  const then = new Date(Date.now() - secondsAgo * 1000);
  utimesSync(join(folder, 'lock'), then, then);
  return folder;
}

const gonePid = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('a store folder', () => {
  it('is taken by one of many processes that find it left at the same instant', async () => {
    const folder = abandoned(`${gonePid()} ${hostname()}`);
    const at = Date.now() + 6000;
    const processes = Array.from({ length: 6 }, () =>
      spawn(process.execPath, ['--import', 'tsx', 'test/support/take-folder.ts', folder, `${at}`], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );

    const said = await Promise.all(
      processes.map(async ({ stdout }) => {
        let text = '';
        for await (const chunk of stdout) {
          text += chunk;
          if (text.split('\n').length > 2) break;
        }
        return text.split('\n')[1];
      }),
    );
    const winner = processes[said.indexOf('taken')];
    const lock = readFileSync(join(folder, 'lock'), 'utf8');
    for (const { stdin } of processes) stdin.end();
    await Promise.all(processes.map((process) => process.exitCode ?? once(process, 'exit')));

    expect(lock).toBe(`${winner?.pid} ${hostname()}`);
    expect(said.filter((one) => one === 'taken')).toHaveLength(1);
    for (const one of said) if (one !== 'taken') expect(one).toContain(`is in use by process ${winner?.pid}. Stop that one first`);
  });

  it('is given back when it is released, and left with nothing beside it', () => {
    const folder = emptyFolder();
    const release = takeFolder(folder);

    expect(readdirSync(folder)).toEqual(['lock']);
    expect(() => takeFolder(folder)).toThrow('is open in this process already');
    release();
    expect(readdirSync(folder)).toEqual([]);
    takeFolder(folder)();
  });

  it('is given back when the store in it cannot be opened', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'graph'), 'no store');

    expect(() => embeddedGraph({ folder, timeoutMs: 1000 })).toThrow();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it.each([
    ['by an earlier process with our own number, as in a container that began anew', `${process.pid} ${hostname()}`, 0],
    ['by a release that did not say on which machine', `${gonePid()}`, 0],
    ['by a machine that gave no sign of life for a minute', '1 another', 61],
    ['empty', '', 0],
  ])('is taken that was left %s', (_, text, secondsAgo) => {
    const folder = abandoned(text, secondsAgo);

    takeFolder(folder)();

    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not taken from another machine, or container, that is alive', () => {
    const folder = abandoned('1 another', 20);

    expect(() => takeFolder(folder)).toThrow(
      /is in use by process 1 of another, which gave a sign of life 2\d s ago\. .* If it was killed, try again in a minute\./,
    );
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe('1 another');
  });
});
