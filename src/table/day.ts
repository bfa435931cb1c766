const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** In which order day, month and year stand. */
export type DayOrder = 'ymd' | 'dmy' | 'mdy';

/** A day as `YYYY-MM-DD`; null for what is none. A time behind an ISO day is left off; a month may have its English name. */
export function dayOf(text: string, order: DayOrder): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  const named = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4})$/.exec(text);
  const numbers = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$/.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (named) return existing(Number(named[3]), months.indexOf((named[2] as string).slice(0, 3).toLowerCase()) + 1, Number(named[1]));
  if (!numbers) return null;
  const [first, second, third] = numbers.slice(1).map(Number) as [number, number, number];
  if (order === 'ymd') return existing(first, second, third);
  return order === 'dmy' ? existing(third, second, first) : existing(third, first, second);
}

/** The day, when there was one, since 1900 and not later than tomorrow. */
function existing(year: number, month: number, date: number): string | null {
  const moment = new Date(Date.UTC(year, month - 1, date));
  const isReal = moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date;
  return isReal && year >= 1900 && moment.getTime() <= Date.now() + 86_400_000 ? moment.toISOString().slice(0, 10) : null;
}
