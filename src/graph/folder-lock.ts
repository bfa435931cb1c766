import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { StartError } from '../errors.ts';

/** How often a holder gives a sign of life, and after how long without one it is gone where its process cannot be seen from here. */
const beatMs = 10_000;
const goneMs = 60_000;

const held = new Set<string>();

/**
 * Makes a folder this process's own until released; refuses, with a StartError, when another living process has it. Whoever is killed leaves the
 * lock, which the next one takes: at once on the same machine; from another machine, or container, when there was no sign of life for a minute.
 */
export function takeFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const lock = join(resolve(folder), 'lock');
  if (held.has(lock)) throw new StartError(`The store ${folder} is open in this process already.`);
  const mine = `${lock}.${randomUUID()}`;
  const text = `${process.pid} ${hostname()}`;
  writeFileSync(mine, text);
  try {
    while (!isPlaced(mine, lock)) setAside(folder, lock);
  } finally {
    rmSync(mine, { force: true });
  }
  held.add(lock);
  const beat = setInterval(() => beaten(lock), beatMs).unref();
  return () => {
    clearInterval(beat);
    held.delete(lock);
    if (readIfThere(lock) === text) rmSync(lock, { force: true });
  };
}

/** Puts a lock in place with all that it says, where there is none: of several at one time, one does. */
function isPlaced(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Takes away the lock of a process that is gone. Should another one have put its own there in the meantime, that one stays. */
function setAside(folder: string, lock: string): void {
  const before = readIfThere(lock);
  if (before === null) return;
  refuseLiving(folder, lock, before);
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if (readIfThere(aside) !== before) isPlaced(aside, lock);
  rmSync(aside, { force: true });
}

function refuseLiving(folder: string, lock: string, text: string): void {
  const [pid = '', host = hostname()] = text.trim().split(' ');
  const advice = 'Stop that one first, or choose another folder with ATTESTED_STORE.';
  if (host === hostname()) {
    // Who has our own number and is not us was here before us, as the first process of a container is.
    if (Number(pid) !== process.pid && isRunning(Number(pid))) throw new StartError(`The store ${folder} is in use by process ${pid}. ${advice}`);
    return;
  }
  const silentMs = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (silentMs < goneMs)
    throw new StartError(
      `The store ${folder} is in use by process ${pid} of ${host}, which gave a sign of life ${Math.max(0, Math.round(silentMs / 1000))} s ago. ${advice} If it was killed, try again in a minute.`,
    );
}

/** A sign of life. What cannot be given, as on a full disk, is given the next time. */
function beaten(lock: string): void {
  try {
    utimesSync(lock, new Date(), new Date());
  } catch {
    // The lock is in its place; whoever took it away by hand wants it so.
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code;
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}
