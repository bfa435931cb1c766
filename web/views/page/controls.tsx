import type { State, ViewName } from '../address/state.ts';
import { hasAsOf } from '../operations/as-of.ts';
import type { Router } from './router.ts';
import { dayInWords, inWords } from './words.ts';

interface Props {
  readonly view: ViewName;
  readonly state: State;
  readonly go: Router['go'];
  readonly days: readonly string[];
}

const metrics = ['all', 'KILLED', 'INJURED', 'CASUALTIES', 'MISSING', 'ABDUCTED', 'DETAINED', 'DISPLACED'] as const;
const clocks = { published: 'Published', happened: 'As of', recorded: 'In this graph' } as const;

/** What can be chosen in a view; all of it stands in the address. */
export function Controls({ view, state, go, days }: Props) {
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      {hasAsOf && <Known known={state.known} days={days} go={go} />}
      {view === 'timeline' && (
        <Choice label="Clock" value={state.clock} options={Object.entries(clocks)} onChange={(clock) => go({ clock: clock as State['clock'] })} />
      )}
      {(view === 'timeline' || view === 'matrix') && (
        <Choice
          label="Counts"
          value={state.metric}
          options={metrics.map((name) => [name, name === 'all' ? 'everything' : inWords(name)])}
          onChange={(metric) => go({ metric: metric as State['metric'] })}
        />
      )}
      {view === 'matrix' && (
        <Choice
          label="Rows"
          value={state.rows}
          options={[
            ['claimant', 'whose word it is'],
            ['publisher', 'who published it'],
          ]}
          onChange={(rows) => go({ rows: rows as State['rows'] })}
        />
      )}
      {view === 'graph' && (
        <Choice
          label="Steps"
          value={String(state.depth)}
          options={[
            ['1', '1'],
            ['2', '2'],
          ]}
          onChange={(depth) => go({ depth: Number(depth), open: [], at: null })}
        />
      )}
      {(view === 'map' || view === 'timeline') && (
        <>
          <Day label="From" value={state.from} onChange={(from) => go({ from, at: null })} />
          <Day label="To" value={state.to} onChange={(to) => go({ to, at: null })} />
        </>
      )}
      <label>
        Filter{' '}
        <input type="search" dir="auto" value={state.find} placeholder="words" onChange={(event) => go({ find: event.currentTarget.value.slice(0, 200) })} />
      </label>
    </form>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <label>
      {label} <input type="date" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}

/** As known on: a day, and where the days are known on which something became known, a slider over them. */
function Known({ known, days, go }: { known: string; days: readonly string[]; go: Router['go'] }) {
  const at = known ? days.filter((day) => day <= known).length - 1 : days.length;
  return (
    <>
      <Day label="As known on" value={known} onChange={(day) => go({ known: day })} />
      {days.length > 1 && (
        <input
          type="range"
          min={0}
          max={days.length}
          value={Math.max(0, at)}
          aria-label="As known on, step by step"
          aria-valuetext={known ? dayInWords(known) : 'today'}
          onChange={(event) => go({ known: days[Number(event.currentTarget.value)] ?? '' })}
        />
      )}
      {known && (
        <button type="button" onClick={() => go({ known: '' })}>
          Today
        </button>
      )}
    </>
  );
}
