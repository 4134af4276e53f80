const KEY = 'hashigo-slash';
const OFF = 'off';

/** Whether `/` opens the search: it does until this device is told otherwise. */
export function isSlashOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== OFF;
  } catch {
    return true;
  }
}

/** @returns whether it could be kept: a visitor may forbid storage */
export function keepSlash(isOn: boolean): boolean {
  try {
    if (isOn) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, OFF);
    return true;
  } catch {
    return false;
  }
}
