import { quoteSpan } from '../claim/quote.ts';
import { BasisType } from '../claim/type.ts';
import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import { relationship } from '../graph/model.ts';
import type { Role } from '../graph/relationship.ts';
import { type EntityLabel, newId } from '../ids.ts';
import { CiteHowType } from '../link/connections.ts';
import { RoleType } from '../link/ref.ts';
import { ClaimRef, EntityRef, EventRef, inputOf, PlaceRef, ReportRef, roomInputs, SourceRef } from '../write/inputs.ts';
import { mutate } from '../write/mutate.ts';
import { mayFail, mutation } from '../write/mutations.ts';
import { type InputPath, type Named, type Plan, together } from '../write/plan.ts';
import type { Given } from '../write/properties.ts';
import { creation, linked, reference } from '../write/refs.ts';
import { rowOf } from '../write/results.ts';
import { settle } from '../write/settle.ts';
import { ReportType } from './ref.ts';

const keyField = { type: 'String', description: 'An external key: what has it is recorded only once.' } as const;

const CiteInput = inputOf('CiteInput', 'What a report rests on: a source or another report.', () => ({
  source: { type: SourceRef, description: 'The source it rests on; or else give a report.' },
  report: { type: ReportRef, description: 'The report it rests on; or else give a source.' },
  how: { type: CiteHowType, description: 'How it is used.', required: true },
}));

const NameInput = inputOf('NameInput', 'Whom or what a claim names, in a role.', () => ({
  entity: { type: EntityRef, description: 'Whom or what.', required: true },
  role: { type: RoleType, description: 'In which role.', required: true },
}));

const SupersedesInput = inputOf('SupersedesInput', 'The earlier claim that a claim replaces.', () => ({
  claim: { type: ClaimRef, description: 'The earlier claim.', required: true },
  basis: { type: BasisType, description: 'How that is known.', required: true },
}));

const RecordClaimInput = inputOf('RecordClaimInput', 'One statement of a report, with all that it names.', () => ({
  key: keyField,
  ...roomInputs.Claim.properties,
  claimant: { type: SourceRef, description: 'Whose word it is; may differ from who published it.' },
  event: { type: EventRef, description: 'The event it is about.' },
  places: { type: [PlaceRef], description: 'Where it says that it happened.' },
  names: { type: [NameInput], description: 'Whom and what else it names.' },
  supersedes: { type: SupersedesInput, description: 'The earlier claim that it replaces.' },
  repeats: { type: ClaimRef, description: 'The claim that it relays.' },
  partOfTotal: { type: ClaimRef, description: 'The claim whose total it is a part of.' },
}));

const RecordReportInput = inputOf('RecordReportInput', 'A report and all that it says.', () => ({
  key: keyField,
  ...roomInputs.Report.properties,
  publisher: { type: SourceRef, description: 'Who published it.' },
  cites: { type: [CiteInput], description: 'What it rests on.' },
  claims: { type: [RecordClaimInput], description: 'What it says, claim by claim.' },
  mentions: { type: [EntityRef], description: 'What it mentions.' },
}));

mutation<{ input: Given }, object>('recordReport', {
  description:
    'Records a report with its publisher, claims, claimants, events, places and mentions, in one transaction. Each may be given by id, by key, or as new. A claim without a key is known by its report and what it says.',
  type: ReportType,
  fails: mayFail.refer,
  args: (arg) => ({ input: arg.field({ type: RecordReportInput, required: true, description: 'The report.' } as never) }),
  resolve: recordReport,
});

function recordReport({ input, idempotencyKey }: { input: Given; idempotencyKey?: string | null }, context: Context): Promise<object> {
  const { name, plan } = recorded(input, ['input']);
  return mutate(context, {
    name: 'recordReport',
    given: { input },
    idempotencyKey,
    plan,
    decide: (looked, stamp) => {
      const { changes, idOf } = settle(plan, looked, stamp);
      return { changes, answer: (after) => rowOf('Report', after.get(idOf(name)) ?? {}) };
    },
  });
}

function recorded(input: Given, path: InputPath): Named {
  const seed = (input.key as string | null | undefined) ?? newId('Report');
  const report = creation('Report', input, path, { existing: 'same', adds: true, seed });
  const parts = [
    ...few(input.cites, [...path, 'cites'], 200).map(({ given, at }) => cited(report.name, given, at, seed)),
    ...few(input.claims, [...path, 'claims'], 200).map(({ given, at }) => claimed(report.name, input, given, at, seed)),
    ...few(input.mentions, [...path, 'mentions'], 500).map(({ given, at }) => {
      const far = reference(given, relationship('MENTIONS').to, at, { seed });
      return together(far.plan, linked('MENTIONS', report.name, far.name, at, true));
    }),
  ];
  return { name: report.name, plan: together(report.plan, ...parts) };
}

function few(list: unknown, path: InputPath, most: number): { given: Given; at: InputPath }[] {
  const given = (list ?? []) as readonly Given[];
  if (given.length > most) throw new InvalidInputError(path, `at most ${most} of them`, given.length);
  return given.map((one, index) => ({ given: one, at: [...path, `${index}`] }));
}

const source = ['Group', 'Person'] as const;

function cited(report: string, { source: cite, report: other, how }: Given, path: InputPath, seed: string): Plan {
  if ((cite == null) === (other == null)) throw new InvalidInputError(path, 'either a source or a report', cite == null ? null : 'both');
  const far = cite ? reference(cite as Given, source, [...path, 'source'], { seed }) : reference(other as Given, ['Report'], [...path, 'report']);
  return together(far.plan, linked('CITES', report, far.name, path, true, { properties: { how: how as string } }));
}

function claimed(report: string, input: Given, given: Given, path: InputPath, seed: string): Plan {
  const claim = creation('Claim', given, path, {
    existing: 'same',
    adds: true,
    seed,
    completed: (looked) => quoteSpan(given as never, (input.text ?? looked.named.get(report)?.properties.text ?? null) as string | null, path),
  });
  const to = (ref: unknown, labels: readonly EntityLabel[], at: InputPath, plan: (name: string) => Plan): Plan[] => {
    if (ref == null) return [];
    const far = reference(ref as Given, labels, at, { seed });
    return [together(far.plan, plan(far.name))];
  };
  const named = (role: Role, at: InputPath) => (name: string) => linked('NAMES', claim.name, name, at, true, { role });
  const { supersedes } = given as Record<string, Given | null | undefined>;

  return together(
    claim.plan,
    linked('CONTAINS', report, claim.name, path, true),
    ...few(given.places, [...path, 'places'], 100).flatMap((place) => to(place.given, ['Place'], place.at, named('LOCATION', place.at))),
    ...few(given.names, [...path, 'names'], 100).flatMap(({ given: { entity, role }, at }) =>
      to(entity, relationship('NAMES').to, [...at, 'entity'], named(role as Role, at)),
    ),
    ...to(supersedes?.claim, ['Claim'], [...path, 'supersedes', 'claim'], (name) =>
      linked('SUPERSEDES', claim.name, name, [...path, 'supersedes'], true, {
        properties: { basis: supersedes?.basis as string },
        far: [...path, 'supersedes', 'claim'],
      }),
    ),
    ...Object.entries({ repeats: 'REPEATS', partOfTotal: 'PART_OF_TOTAL' } as const).flatMap(([field, type]) => {
      const far = [...path, field];
      return to(given[field], ['Claim'], far, (name) => linked(type, claim.name, name, far, true, { far }));
    }),
  );
}
