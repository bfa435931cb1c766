import { z } from 'zod';
import { Claim } from '../claim/ref.ts';
import { roles } from '../graph/relationship.ts';
import { text, texts } from '../graph/shapes.ts';

/** A group or person whose word something may be. Sources with the same independence group are one origin. */
export type Voice = z.output<typeof Voice>;
export const Voice = z.object({ id: z.string(), label: z.string(), independenceGroup: text });

const Nobody = z.object({ id: text, label: text, independenceGroup: text });
const someone = Nobody.transform(({ id, label, independenceGroup }): Voice | null => (id === null ? null : { id, label: label ?? '', independenceGroup }));

const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullable()
    .transform((items) => items ?? []);

export const testimonyRow = {
  claim: Claim,
  report: z.object({ id: text, title: text, publishedAt: text, retractedAt: text }),
  publisher: Nobody,
  claimant: Nobody,
  parties: list(Voice.omit({ label: true })),
  names: list(z.object({ role: z.enum(roles).nullable(), id: z.string(), label: z.string() })),
  supersedes: list(z.object({ id: z.string(), basis: z.enum(['EXPLICIT', 'INFERRED', 'CURATED']).nullable(), at: text, retractedAt: text })),
  repeats: texts,
  cites: texts,
  isRepeated: z.boolean(),
  isCited: z.boolean(),
};

type TestimonyRow = z.output<z.ZodObject<typeof testimonyRow>>;

/** A claim with all that it is judged by. */
export interface Testimony {
  readonly claim: Claim;
  /** Who says so; null when that is not known. */
  readonly claimant: Voice | null;
  /** What contains it; null for a claim that came without a report. */
  readonly report: { readonly id: string; readonly title: string; readonly publishedAt: string | null } | null;
  readonly publisher: Voice | null;
  /** Whom and what it names. The roles SCOPE and SCOPE_PERPETRATOR limit what it counts. */
  readonly names: TestimonyRow['names'];
  /** What it replaces; where nothing does, as its evidence was taken back, what that was. */
  readonly supersedes: TestimonyRow['supersedes'][number] | null;
  readonly repeats: string | null;
  /** Whether its report rests on others. */
  readonly cites: boolean;
  /** Whether others rest on it: repeat it, or cite its report. */
  readonly isOrigin: boolean;
  /** Whom its event involves. */
  readonly parties: readonly Omit<Voice, 'label'>[];
  /** Whether it, or the report that contains it, was taken back. */
  readonly isRetracted: boolean;
}

export function testimony({ claim, report, publisher, claimant, parties, names, supersedes, repeats, cites, isRepeated, isCited }: TestimonyRow): Testimony {
  return {
    claim,
    claimant: someone.parse(claimant),
    report: report.id === null ? null : { id: report.id, title: report.title ?? '', publishedAt: report.publishedAt },
    publisher: someone.parse(publisher),
    names,
    supersedes: supersedes.toSorted(standingFirst)[0] ?? null,
    repeats: repeats[0] ?? null,
    cites: cites.length > 0,
    isOrigin: isRepeated || isCited,
    parties,
    isRetracted: claim.status === 'RETRACTED' || report.retractedAt !== null,
  };
}

type Step = TestimonyRow['supersedes'][number];

/** Of several replacements at most one stands. */
function standingFirst(a: Step, b: Step): number {
  return Number(a.retractedAt !== null) - Number(b.retractedAt !== null) || ordered(a.id, b.id);
}

/** That one report rests on another, or on a source. */
export const citationRow = {
  citingId: z.string(),
  isReport: z.boolean(),
  retractedAt: text,
  cited: Nobody,
  publisher: Nobody,
  citesOn: z.boolean(),
  claims: texts,
  standing: texts,
  relays: texts,
  claimants: list(Voice.extend({ claim: z.string() })),
};

export interface Citation {
  readonly citingId: string;
  readonly citedId: string;
  /** Whether what is cited rests on something else itself. */
  readonly citesOn: boolean;
  /**
   * Whose word it may be that is cited: the source itself; of a report, those whom its claims about the event are attributed to, and its publisher
   * where it says something in its own name, or nothing about the event. Null among them stands for somebody who is not known, as where all that it
   * said was taken back.
   */
  readonly origins: readonly (Voice | null)[];
  /** Its claims about the event that only repeat others: they are the word of whoever said that first. */
  readonly relays: readonly string[];
}

export function citation({ citingId, isReport, cited, publisher, ...told }: z.output<z.ZodObject<typeof citationRow>>): Citation {
  const { claims, standing, relays, claimants, citesOn } = told;
  const own = someone.parse(isReport ? publisher : cited);
  const by = new Map(claimants.map(({ claim, ...voice }) => [claim, voice]));
  const isTakenBack = told.retractedAt !== null || (claims.length > 0 && standing.length === 0);
  const said = isTakenBack ? [] : standing.filter((id) => !relays.includes(id)).map((id) => by.get(id) ?? own);
  return {
    citingId,
    citedId: cited.id as string,
    citesOn,
    origins: isTakenBack ? [null] : claims.length === 0 ? [own] : said,
    relays: isTakenBack ? [] : standing.filter((id) => relays.includes(id)),
  };
}

/** The day a number holds for: as of its own day, else the day its report was published, else the day it was said. */
export function dayOf({ claim, report }: Testimony): string | null {
  return claim.asOf ?? report?.publishedAt?.slice(0, 10) ?? claim.assertedAt?.slice(0, 10) ?? null;
}

/** A number counts all there was up to its day, unless it says otherwise or is given for a window. */
export function isCumulative({ claim }: Testimony): boolean {
  return claim.cumulative ?? (claim.windowFrom === null && claim.windowTo === null);
}

/** When it became known, as far as that is told. */
export function knownAt({ claim, report }: Testimony): string | null {
  return report ? report.publishedAt : claim.assertedAt;
}

/** The earlier known first, what is of unknown date last; the same on every engine. */
export function byPublication(a: Testimony, b: Testimony): number {
  return ordered(knownAt(a) ?? '~', knownAt(b) ?? '~') || ordered(a.claim.id, b.claim.id);
}

export function ordered(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
