import { draft } from '../../src/entity/draft.ts';
import type { Drafts } from '../../src/entity/write.ts';
import { idFromKey } from '../../src/ids.ts';

/** What a coded dataset adds to the sample's event: its row, its dyad and conflict, and an assessment by its coders. */
export function codedDrafts(): Drafts {
  const event = idFromKey('Event', 'sample:event:coast-march-2025');
  const conflict = draft('Conflict', 'test:conflict:1', { name: 'Syria: Government' });
  const dyad = draft('Dyad', 'test:dyad:1', {
    name: 'Government of Syria - insurgents',
    conflictId: conflict.id,
    sideAId: idFromKey('Group', 'sample:group:sohr'),
    sideBId: idFromKey('Group', 'sample:group:snhr'),
  });
  const record = draft('SourceRecord', 'test:record:1', { dataset: 'test', rowKey: '1', columns: ['id', 'best'], cells: ['1', ''] });
  const coded = draft('Event', 'test:event:1', {
    title: 'A coded event',
    from: '2025-03-07',
    to: '2025-03-07',
    dyadId: dyad.id,
    recordId: record.id,
    violenceType: 'ONE_SIDED',
    clarity: 1,
  });
  const assessment = draft('Assessment', 'test:assessment:1', {
    verdict: 'Killings of civilians',
    low: 5,
    best: 4,
    high: 6,
    deathsCivilians: 4,
    method: 'Coding',
  });
  return {
    nodes: [conflict, dyad, record, coded, assessment],
    links: [
      { type: 'IN_CONFLICT', from: dyad.id, to: conflict.id },
      { type: 'IN_DYAD', from: coded.id, to: dyad.id },
      { type: 'DERIVED_FROM', from: coded.id, to: record.id },
      { type: 'PART_OF', from: coded.id, to: event },
      { type: 'ASSESSES', from: assessment.id, to: coded.id },
      { type: 'WEIGHS', from: assessment.id, to: idFromKey('Claim', 'sample:claim:c1') },
      { type: 'BY', from: assessment.id, to: idFromKey('Group', 'sample:group:sohr') },
    ],
  };
}
