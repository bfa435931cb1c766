import { useEffect, useState } from 'preact/hooks';
import type { NewClaimVariables } from '../operations/new-claim.ts';
import { EntityPicker, type Picked } from './entity-picker.tsx';
import { possibleEvidence } from './linking.ts';
import type { ClaimLine } from './parts.tsx';
import { PickOne } from './pick-one.tsx';
import { inWords } from './words.ts';

/** What a link is to rest on: claims that are there, and one that is yet to be made. */
export interface Said {
  readonly claims: readonly string[];
  readonly fresh: NewClaimVariables['input'] | null;
}

interface Props {
  readonly one: Picked;
  readonly other: Picked;
  readonly isRequired: boolean;
  readonly onChange: (said: Said) => void;
}

type Line = { readonly id: string; readonly label: string; readonly words: string; readonly who: string };

const claimTypes = ['ATTRIBUTION', 'AFFILIATION', 'OCCURRENCE', 'LOCATION', 'IDENTITY', 'DENIAL', 'DATE', 'METHOD', 'CONTEXT', 'OTHER'] as const;

/** The claims that say so: those that name the two, any other by search, or a new one. */
export function EvidenceChoice({ one, other, isRequired, onChange }: Props) {
  const [offered, setOffered] = useState<readonly Line[]>([]);
  const [about, setAbout] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [quote, setQuote] = useState('');
  const [kind, setKind] = useState<(typeof claimTypes)[number]>('ATTRIBUTION');
  const [report, setReport] = useState<Picked | null>(null);
  const [claimant, setClaimant] = useState<Picked | null>(null);

  useEffect(() => {
    setChosen([]);
    setOffered([]);
    setAbout('Looking for claims that name them…');
    let isChosen = true; // What is answered later is about another pair.
    possibleEvidence(one, other).then(
      (claims) => {
        if (!isChosen) return;
        setOffered((before) => [...before, ...claims.map(asLine).filter(({ id }) => !before.some((line) => line.id === id))]);
        setAbout(claims.length === 0 ? 'No claim names them.' : '');
      },
      (error: Error) => isChosen && setAbout(`Which claims name them could not be looked up; they can be searched for. ${error.message}`),
    );
    return () => {
      isChosen = false;
    };
  }, [one.id, other.id]);

  useEffect(() => {
    const fresh = quote.trim()
      ? {
          claimType: kind,
          quote: quote.trim(),
          ...(report ? { report: { id: report.id } } : {}),
          ...(claimant ? { claimant: { id: claimant.id } } : {}),
        }
      : null;
    onChange({ claims: chosen, fresh });
  }, [chosen, quote, kind, report?.id, claimant?.id]);

  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const add = ({ id, label }: Picked) => {
    if (!offered.some((line) => line.id === id)) setOffered([{ id, label, words: '', who: '' }, ...offered]);
    if (!chosen.includes(id)) setChosen([...chosen, id]);
  };

  return (
    <fieldset>
      <legend>Which claims say so{isRequired ? ' (at least one)' : ''}</legend>
      <div class="evidence" tabIndex={0} role="group" aria-label="Claims that name them">
        {offered.map(({ id, label, words, who }) => (
          <label key={id} dir="auto">
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} /> {words ? `“${words}”` : label}{' '}
            {who && <span class="count">{who}</span>}
          </label>
        ))}
        <p class="count" role="status">
          {about}
        </p>
      </div>
      <EntityPicker label="Search other claims" types={['CLAIM']} onPick={add} />
      <details>
        <summary>A new claim</summary>
        <label>
          Its words, as the report has them{' '}
          <textarea rows={2} maxLength={5000} dir="auto" value={quote} onInput={(event) => setQuote(event.currentTarget.value)} />
        </label>
        <label>
          What kind of statement{' '}
          <select value={kind} onChange={(event) => setKind(event.currentTarget.value as typeof kind)}>
            {claimTypes.map((name) => (
              <option key={name} value={name}>
                {inWords(name)}
              </option>
            ))}
          </select>
        </label>
        <PickOne picked={report} label="The report that contains it" types={['REPORT']} before="Report:" onPick={setReport} />
        <PickOne picked={claimant} label="Whose word it is" types={['GROUP', 'PERSON']} before="Whose word:" onPick={setClaimant} />
      </details>
    </fieldset>
  );
}

const asLine = ({ id, label, quote, statement, claimant, report }: ClaimLine): Line => ({
  id,
  label,
  words: quote ?? statement ?? '',
  who: [claimant?.name, report?.title].filter(Boolean).join(', in '),
});
