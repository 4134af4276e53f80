/** What this device remembers of the visitor's wish for readings. Storage that is forbidden is no error. */
const KEY = 'hashigo-furigana';
const ON = 'on';

/** Whether readings are wanted; `undefined` where storage is forbidden. */
export function readWish(): boolean | undefined {
  try {
    return localStorage.getItem(KEY) === ON;
  } catch {
    return undefined;
  }
}

export function noteWish(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(KEY, ON);
    else localStorage.removeItem(KEY);
  } catch {
    // A visitor who forbids storage has readings on this page only.
  }
}

/** Whether another tab has changed the wish, or forgotten all that is stored. */
export const isWish = ({ key }: StorageEvent): boolean => key === null || key === KEY;

/** The attribute by which styles show readings. */
export const SHOWN = 'data-furigana';
