import type { WriteStream } from 'node:tty';

/** Shows how far a long piece of work is: a bar that renews itself on a terminal, elsewhere a plain line every few seconds. */
export interface ProgressLine {
  show(share: number, what: string): void;
  /** Prints lines of their own, without the bar getting in their way. */
  print(lines: string): void;
  end(): void;
}

const width = 30;

export function progressLine(to: Pick<WriteStream, 'write'> & { readonly isTTY?: boolean } = process.stderr): ProgressLine {
  const isTerminal = to.isTTY ?? false;
  const everyMs = isTerminal ? 100 : 5000;
  const clear = () => isTerminal && to.write('\r\u001b[K');
  let shownAt = performance.now();

  return {
    show: (share, what) => {
      const now = performance.now();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      const full = Math.min(1, share);
      const filled = Math.round(full * width);
      to.write(isTerminal ? `\r\u001b[K${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${what}` : `${Math.round(full * 100)} %, ${what}\n`);
    },
    print: (lines) => {
      clear();
      to.write(`${lines}\n`);
    },
    end: () => void clear(),
  };
}
