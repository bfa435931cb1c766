import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { StartError } from '../../src/errors.ts';
import { importGed } from '../../src/ucdp/import.ts';
import { textFile, usual } from '../support/ged.ts';
import { openService, type Service } from '../support/service.ts';

let service: Service;
beforeAll(async () => {
  service = await openService('embedded', { sample: false });
});
afterAll(() => service.close());

const columns = Object.keys(usual);
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('', '"', '""', '"x', '\0', '-1', '1753-01-01', '2016-02-30', '99999999999', '1e9', '-91', '\r', '\r\n', '\ufeff', ' ', '=1+1', '\ud800'),
  fc.constantFrom('"SOHR,2016-01-01,3 killed";"', '";"', '"a,2919-01-01,"', ', and / ; and ', '5 killed and 1,0000 wounded', 'x'.repeat(70_000)),
);
/** A row as it should be, but for some of its cells; written with or without the quotation marks it needs. */
const row = fc
  .tuple(
    fc.integer({ min: 0, max: 99 }),
    fc.array(fc.tuple(fc.constantFrom(...columns), odd), { maxLength: 3 }),
    fc.boolean(),
    fc.constantFrom('', '', '', ',', ',"'),
  )
  .map(([id, over, isQuoted, behind]) => {
    const cells = Object.values({ ...usual, id: `${id}`, ...Object.fromEntries(over) });
    return cells.map((cell) => (isQuoted && /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',') + behind;
  });
const header = fc.oneof(
  { weight: 9, arbitrary: fc.constant(columns.join(',')) },
  { weight: 1, arbitrary: fc.shuffledSubarray(columns).map((some) => some.join(',')) },
);
const lineEnd = fc.constantFrom('\n', '\r\n');
const bytes = fc.uint8Array({ maxLength: 80 }).map((some) => Buffer.from(some));
const table = fc
  .tuple(fc.constantFrom('', '', '\ufeff'), header, fc.array(row, { maxLength: 3 }), lineEnd)
  .map(([bom, first, rows, end]) => Buffer.from(bom + [first, ...rows, ''].join(end)));
const file = fc.oneof(
  { weight: 1, arbitrary: bytes },
  { weight: 8, arbitrary: table },
  { weight: 1, arbitrary: fc.tuple(table, bytes).map((parts) => Buffer.concat(parts)) },
);

const path = textFile('');

/** Imports a file of this content, which ends well or with a sentence for whoever gave it; says how many rows came in. */
async function imported(content: Uint8Array, isRehearsal: boolean): Promise<number> {
  writeFileSync(path, content);
  let said = 0;
  try {
    const summary = await importGed(service.graph, path, {
      isRehearsal,
      onProblem: ({ line, reason }) => {
        expect(line).toBeGreaterThan(1);
        expect(reason).not.toBe('');
        said += 1;
      },
    });
    expect(summary.read).toBe(summary.imported + summary.already + summary.refused);
    expect(said > 0).toBe(summary.refused > 0);
    return summary.imported;
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    expect(error.message).toMatch(/\.$/);
    return 0;
  }
}

const size = async () => (await service.data('{ events { totalCount } }')).events.totalCount as number;

it('files of any content are read or refused, and looking at them changes nothing', async () => {
  const before = await size();

  await fc.assert(
    fc.asyncProperty(file, async (content) => void (await imported(content, true))),
    { numRuns: 10_000 },
  );

  expect(await size()).toBe(before);
}, 1_800_000);

it('files of any content come in row by row, or not at all', async () => {
  await fc.assert(
    fc.asyncProperty(file, async (content) => {
      const before = await size();
      const rows = await imported(content, false);
      expect(await size()).toBe(before + rows);
    }),
    { numRuns: 300 },
  );
}, 1_800_000);
