import { expect, test } from 'vitest';
import { countUnreadStandards } from '../../bench/unread-standards.ts';
import { checkDocument } from '../../pipeline/check.ts';

test('standards that no rule was made of are listed by how often they occur', async () => {
  const rows = ['甲', '甲', '乙'].map(
    (word, index) => `一\t二\t指标${index}\t30\t按${word}式得分换算规则得分计\t30`,
  );
  const text = ['一级指标\t二级指标\t三级指标\t分值\t评分标准\t自评得分', ...rows, '总分\t\t\t90\t\t90'].join(
    '\n',
  );
  const unread = countUnreadStandards();
  unread.see(await checkDocument({ file: 'a.txt', bytes: new TextEncoder().encode(text), language: 'zh' }));
  expect(unread.lines()).toEqual([
    'not understood: 2 · 按甲式得分换算规则得分计',
    'not understood: 1 · 按乙式得分换算规则得分计',
  ]);
});
