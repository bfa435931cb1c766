import { readFileSync, writeFileSync } from 'node:fs';

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly (string | undefined)[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const platform = /(android|darwin|linux|win32|freebsd|openbsd|netbsd|sunos|aix|openharmony)-(arm64|x64|arm|ia32|ppc64|s390x|riscv64|loong64|mips64el)/;

/**
 * npm leaves a package for another platform out of the lock file when the registry it asked does not have it at the moment,
 * and `npm ci` then refuses the whole lock. This writes the entries that npm would have written: version, system and processor.
 */
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
for (const { dev, optionalDependencies = {} } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const [, os, cpu] = platform.exec(name) ?? [];
    const place = `node_modules/${name}`;
    if (lock.packages[place] || !os) continue;
    lock.packages[place] = { version, cpu: [cpu], ...(dev ? { dev } : {}), ...libc(name), optional: true, os: [os] };
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);

function libc(name: string) {
  return name.endsWith('-musl') ? { libc: ['musl'] } : name.includes('linux') && name.endsWith('-gnu') ? { libc: ['glibc'] } : {};
}
