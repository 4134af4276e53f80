/** A day as people read it: `2026-11-21` → `2026年11月21日`. */
export function dayText(isoDate: string): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
