import { z } from 'zod';
import { builder } from '../builder.ts';
import { filterType } from '../filter.ts';
import { base, text, whole } from '../graph/shapes.ts';

export type Assessment = z.output<typeof Assessment>;
export const Assessment = z.object({
  ...base,
  verdict: text,
  low: whole,
  best: whole,
  high: whole,
  deathsSideA: whole,
  deathsSideB: whole,
  deathsCivilians: whole,
  deathsUnknown: whole,
  method: text,
  rationale: text,
});

export const AssessmentType = builder.objectRef<Assessment>('Assessment');
export const assessmentOrders = { BY_LABEL: 'byLabel' };
export const AssessmentFilter = filterType('Assessment', {});
