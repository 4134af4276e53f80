const KEY = 'hashigo-single-keys';
const OFF = 'off';

/** Whether keys of one character (`/` for the search, F at the booth) do something: until this device is told otherwise. */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== OFF;
  } catch {
    return true;
  }
}

/** @returns whether it could be kept: a visitor may forbid storage */
export function keepSingleKeys(areOn: boolean): boolean {
  try {
    if (areOn) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, OFF);
    return true;
  } catch {
    return false;
  }
}
