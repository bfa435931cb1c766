import { builder } from '../builder.ts';
import type { Identified } from '../entity/ref.ts';
import { enumOf } from '../enums.ts';

/** The Admiralty code's grades of a source (NATO AJP-2.1). */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

export const ReliabilityType = enumOf('Reliability', 'How reliable a source is, by the Admiralty code.', {
  A: 'Completely reliable.',
  B: 'Usually reliable.',
  C: 'Fairly reliable.',
  D: 'Not usually reliable.',
  E: 'Unreliable.',
  F: 'Reliability cannot be judged.',
});

/** A group or a person that publishes or claims. */
export interface Source extends Identified {
  readonly name: string;
  readonly reliability: (typeof reliabilities)[number] | null;
  readonly independenceGroup: string | null;
}

export const SourceType = builder.interfaceRef<Source>('Source');
