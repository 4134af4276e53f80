import { expect, it } from 'vitest';
import { liveSynonyms } from '../../../src/search/synonyms.ts';

const live = (synonyms: Parameters<typeof liveSynonyms>[0]) =>
  liveSynonyms(synonyms, ['育児休業を取りやすくします。', '人事異動です。', '異動 やりがい']);
const NONE = { same: [], leads: {}, words: [] };

it('keeps groups with a word that stands somewhere', () => {
  const same = [
    ['育休', '育児休業'],
    ['残業', '時間外勤務'],
  ];
  expect(live({ ...NONE, same }).same).toEqual([['育休', '育児休業']]);
});

it('keeps goals that stand somewhere and that the word itself does not find', () => {
  const leads = {
    産休: ['育児休業', '出産'],
    異動: ['人事異動'],
    転勤: ['人事異動'],
    給料: ['給与'],
  };
  expect(live({ ...NONE, leads }).leads).toEqual({ 産休: ['育児休業'], 転勤: ['人事異動'] });
});

it('keeps words that stand somewhere', () => {
  expect(live({ ...NONE, words: ['やりがい', 'のびのび'] }).words).toEqual(['やりがい']);
});
