import { useEffect, useRef, useState } from 'preact/hooks';
import { useAttempt } from './attempt.ts';
import { Dialog } from './dialog.tsx';
import type { Picked } from './entity-picker.tsx';
import { EvidenceChoice, type Said } from './evidence-choice.tsx';
import { type Drawn, draw, newClaim, type Possible, possibleLinks } from './linking.ts';
import { PickOne } from './pick-one.tsx';
import { inWords } from './words.ts';

interface Props {
  readonly one: Picked;
  /** What was selected before it: as a rule the other end. */
  readonly before: Picked | null;
  readonly onDrawn: (drawn: { readonly link: Drawn; readonly revision: string | null }) => void;
  readonly onClose: () => void;
}

/** Joins two entities by a relationship that they may have, on the word of claims. */
export function LinkDialog({ one, before, onDrawn, onClose }: Props) {
  const [other, setOther] = useState<Picked | null>(before);
  const [possible, setPossible] = useState<readonly Possible[] | null>(null);
  const [chosen, setChosen] = useState(0);
  const [role, setRole] = useState('');
  const [note, setNote] = useState('');
  const [said, setSaid] = useState<Said>({ claims: [], fresh: null });
  const [problem, setProblem] = useState('');
  const attempt = useAttempt();
  const claimed = useRef<{ readonly of: unknown; readonly id: string } | null>(null);
  const link = possible?.[chosen];

  useEffect(() => {
    setPossible(null);
    setChosen(0);
    setProblem('');
    if (!other) return;
    let isChosen = true; // What is answered later is about another pair.
    possibleLinks(one, other).then(
      (links) => isChosen && setPossible(links),
      (error: Error) => isChosen && setProblem(error.message),
    );
    return () => {
      isChosen = false;
    };
  }, [one.id, other?.id]);

  async function draws(): Promise<void> {
    if (!link || !other) return;
    setProblem('');
    try {
      // The claim is made once, even if the link that rests on it is refused and drawn otherwise.
      if (said.fresh && claimed.current?.of !== said.fresh) claimed.current = { of: said.fresh, id: await newClaim(said.fresh, `${attempt.key()}-claim`) };
      const evidence = [...said.claims, ...(said.fresh && claimed.current ? [claimed.current.id] : [])];
      const given = link.roles.some((one) => one === role) ? role : null;
      const [from, to] = link.isBack ? [other, one] : [one, other];
      onDrawn(await draw({ type: link.type, from: from.id, to: to.id, role: given as never, evidence, note: note.trim() || null }, `${attempt.key()}-link`));
      onClose();
    } catch (error) {
      setProblem((error as Error).message);
      attempt.failed(error);
    }
  }

  const isReady = link !== undefined && (!link.evidenceRequired || said.claims.length > 0 || said.fresh !== null);
  return (
    <Dialog title={`Link ${one.label}`} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          draws();
        }}
      >
        <PickOne
          picked={other}
          label="With whom or what"
          before={
            <>
              with <span class="kind">{other && inWords(other.type)}</span>
            </>
          }
          again="With another"
          onPick={setOther}
        />
        {other && possible === null && problem === '' && (
          <p class="count" role="status">
            Looking for what they may be to each other…
          </p>
        )}
        {possible?.length === 0 && other && (
          <p class="error">
            No relationship may join a {inWords(one.type)} and a {inWords(other.type)}.
          </p>
        )}
        {possible && possible.length > 0 && other && (
          <>
            <label>
              Relationship{' '}
              <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
                {possible.map((info, index) => (
                  <option key={`${info.type} ${info.isBack}`} value={index}>
                    {sentence(info, one, other)}
                  </option>
                ))}
              </select>
            </label>
            {link && <p class="count">{link.description}</p>}
            {link && link.roles.length > 0 && (
              <label>
                As{' '}
                <select value={role} onChange={(event) => setRole(event.currentTarget.value)}>
                  <option value="">no role is given</option>
                  {link.roles.map((name) => (
                    <option key={name} value={name}>
                      {inWords(name)}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <EvidenceChoice one={one} other={other} isRequired={link?.evidenceRequired ?? false} onChange={setSaid} />
            <label>
              Note <input value={note} maxLength={2000} dir="auto" onInput={(event) => setNote(event.currentTarget.value)} />
            </label>
          </>
        )}
        {problem && (
          <p class="error" role="alert">
            {problem}
          </p>
        )}
        <p class="actions">
          <button type="submit" class="primary" disabled={!isReady}>
            Link them
          </button>
        </p>
      </form>
    </Dialog>
  );
}

function sentence({ type, isBack }: Possible, one: Picked, other: Picked): string {
  const [from, to] = isBack ? [other, one] : [one, other];
  return `${from.label.slice(0, 60)} — ${inWords(type)} — ${to.label.slice(0, 60)}`;
}
