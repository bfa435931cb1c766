import { countedInWords, inWords } from '../page/words.ts';
import type { ClaimSuggestion, Verdict } from './suggestions.ts';

const metrics = ['KILLED', 'INJURED', 'CASUALTIES', 'MISSING', 'ABDUCTED', 'DETAINED', 'DISPLACED'] as const;
const populations = ['ALL', 'CIVILIANS', 'COMBATANTS', 'SIDE_A', 'SIDE_B', 'CHILDREN', 'WOMEN', 'UNKNOWN'] as const;
const operators = ['EXACT', 'AT_LEAST', 'MORE_THAN', 'ABOUT', 'NEARLY', 'UP_TO', 'RANGE'] as const;

interface Props {
  readonly claim: ClaimSuggestion;
  readonly number: number;
  readonly onChange: (claim: ClaimSuggestion) => void;
}

/** One number that was read: what it says in words, and every part of it to be set right. */
export function ClaimCard({ claim, number, onChange }: Props) {
  const { read, metric, population, operator, low, best, high, claimant, verdict } = claim;
  const name = countedInWords(metric, population, claim);
  return (
    <fieldset class={`suggestion ${verdict}`}>
      <legend>
        <span class="ordinal">{number}</span> {name}
      </legend>
      <blockquote dir="auto">“{read.quote}”</blockquote>
      <label>
        Whose word{' '}
        <select value={claimant} onChange={(event) => onChange({ ...claim, claimant: event.currentTarget.value })}>
          <option value="">nobody is named</option>
          {read.claimant?.candidates.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
          {read.claimant?.newGroup && <option value="new">{read.claimant.newGroup.name} (new)</option>}
        </select>
      </label>
      {read.claimant && (
        <p class="count" dir="auto">
          since it says “{read.claimant.quote}”
        </p>
      )}
      <details>
        <summary>Set it right</summary>
        <div class="parts">
          <Choice label="How it is meant" value={operator} options={operators} onChange={(value) => onChange({ ...claim, operator: value })} />
          <Figure label="At least" value={low} onChange={(value) => onChange({ ...claim, low: value })} />
          <Figure label="The number" value={best} onChange={(value) => onChange({ ...claim, best: value })} />
          <Figure label="At most" value={high} onChange={(value) => onChange({ ...claim, high: value })} />
          <Choice label="Who" value={population} options={populations} onChange={(value) => onChange({ ...claim, population: value })} />
          <Choice label="What became of them" value={metric} options={metrics} onChange={(value) => onChange({ ...claim, metric: value })} />
        </div>
      </details>
      <Verdicts about={name} verdict={verdict} onChange={(next) => onChange({ ...claim, verdict: next })} />
    </fieldset>
  );
}

/** Accept or reject; pressed again, it is undecided as before. */
export function Verdicts({ about, verdict, onChange }: { about: string; verdict: Verdict; onChange: (verdict: Verdict) => void }) {
  const press = (one: Verdict) => () => onChange(verdict === one ? 'undecided' : one);
  return (
    <div class="verdicts">
      <button type="button" aria-pressed={verdict === 'accepted'} aria-label={`Accept: ${about}`} onClick={press('accepted')}>
        Accept
      </button>
      <button type="button" aria-pressed={verdict === 'rejected'} aria-label={`Reject: ${about}`} onClick={press('rejected')}>
        Reject
      </button>
    </div>
  );
}

interface ChoiceProps<Name extends string> {
  readonly label: string;
  readonly value: Name;
  readonly options: readonly Name[];
  readonly onChange: (value: Name) => void;
}

function Choice<Name extends string>({ label, value, options, onChange }: ChoiceProps<Name>) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as Name)}>
        {options.map((name) => (
          <option key={name} value={name}>
            {inWords(name)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Figure({ label, value, onChange }: { label: string; value: number | null; onChange: (value: number | null) => void }) {
  return (
    <label>
      {label}{' '}
      <input
        type="number"
        min={0}
        step={1}
        value={value ?? ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : Math.trunc(Number(currentTarget.value)))}
      />
    </label>
  );
}
