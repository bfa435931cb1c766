/** From numbers below 2^53 to whole numbers of 32 bits, in a dozen bytes an entry, where a Map takes several times that. */
export interface CompactMap {
  get(key: number): number | undefined;
  set(key: number, value: number): void;
}

const free = -1;

/** Open addressing: a key stands at its place, or at the first free one behind it. It is never more than two thirds full, so a search ends. */
export function compactMap(): CompactMap {
  let size = 0;
  let keys = new Float64Array(1024).fill(free);
  let values = new Int32Array(1024);

  const placeOf = (key: number) => {
    let place = spread(key) & (keys.length - 1);
    while (keys[place] !== key && keys[place] !== free) place = (place + 1) & (keys.length - 1);
    return place;
  };
  const put = (key: number, value: number) => {
    const place = placeOf(key);
    if (keys[place] === free) size += 1;
    keys[place] = key;
    values[place] = value;
  };
  const grow = () => {
    const [oldKeys, oldValues] = [keys, values];
    keys = new Float64Array(oldKeys.length * 2).fill(free);
    values = new Int32Array(oldKeys.length * 2);
    size = 0;
    oldKeys.forEach((key, place) => {
      if (key !== free) put(key, oldValues[place] as number);
    });
  };

  return {
    get: (key) => {
      const place = placeOf(key);
      return keys[place] === free ? undefined : values[place];
    },
    set: (key, value) => {
      put(key, value);
      if (size * 3 > keys.length * 2) grow();
    },
  };
}

/** Numbers that follow each other should not stand beside each other. */
function spread(key: number): number {
  return Math.imul((key % 4_294_967_296) ^ (key / 4_294_967_296), 0x9e3779b1) >>> 7;
}
