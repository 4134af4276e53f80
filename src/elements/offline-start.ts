/** All that a page pays for which no edition is kept. */
if ('serviceWorker' in navigator && navigator.serviceWorker.controller)
  void import('./offline-notice.ts');
