import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { extract } from '../../extractors/index.ts';
import type { Assessment } from '../../model/assessment.ts';
import { profiles } from '../../profiles/index.ts';
import { readAssessments } from '../../tables/read-assessments.ts';
import { families, generate } from '../generator/families/index.ts';
import type { LaidDocument } from '../generator/layout/laid-out.ts';
import { layOut } from '../generator/layout/lay-out.ts';
import { writeHtmlInText } from '../generator/writers/html-in-text.ts';
import { writeTabSeparated } from '../generator/writers/tab-separated.ts';

/** The profiles that a family may be read as, and how many of 20 documents must be recognised at least. */
const expected: Readonly<Record<string, { readonly ids: readonly string[]; readonly least: number }>> = {
  // Many of these have invented header wordings or another title, and are to be left alone then.
  F1: { ids: ['national-project', 'anhui-project', 'beijing-project'], least: 2 },
  F1a: { ids: ['national-project-points-in-names', 'anhui-project', 'beijing-project'], least: 2 },
  F2: { ids: ['yunnan-project'], least: 20 },
  F3: { ids: ['sichuan-project'], least: 20 },
  F5: { ids: ['chengdu-review'], least: 20 },
  F6: { ids: ['hubei-project'], least: 20 },
  F7: { ids: ['hunan-department'], least: 20 },
  F8: { ids: ['transfer-payment-unscored'], least: 20 },
  F9: { ids: ['guangzhou-department-2023'], least: 20 },
  // The generated provincial form has the rows of the municipal rubric.
  F10: { ids: ['guangzhou-department-2023'], least: 20 },
  // Only the place tells the Anhui form from other department forms.
  F13: { ids: ['anhui-department'], least: 0 },
  F14: { ids: ['guangxi-project'], least: 20 },
  F23: { ids: ['institute-project'], least: 2 },
  F24: { ids: ['suizhou-project'], least: 20 },
  F25: { ids: ['sichuan-poverty-funds'], least: 20 },
  F26: { ids: ['chongqing-project'], least: 20 },
};

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

async function read(text: string): Promise<readonly Assessment[]> {
  const extraction = await extract(new TextEncoder().encode(text), 'form.txt');
  return extraction.ok ? readAssessments(extraction.value, profiles).value : [];
}

const writers: Readonly<Record<string, (document: LaidDocument) => string>> = {
  'page-wise text': (document) => writeTabSeparated(document, { rowsPerPage: 6 }),
  'drawn tables': writeHtmlInText,
};

describe.each(Object.entries(writers))('in %s', (_, write) => {
  test.each(Object.keys(families))(
    'a form of family %s is taken for what it is or for none',
    async (family) => {
      const { ids, least } = expected[family] ?? { ids: [], least: 0 };
      const found: string[] = [];
      for (const seed of seeds) {
        const assessments = await read(write(layOut(generate(family, seed))));
        found.push(...assessments.flatMap(({ profileId }) => profileId ?? []));
      }
      expect(found.filter((id) => !ids.includes(id))).toEqual([]);
      expect(found.length).toBeGreaterThanOrEqual(least);
    },
    30_000,
  );
});

const sampleProfiles: Readonly<Record<string, string>> = {
  'budget-explanation.txt': '',
  'department-anhui.txt': '',
  'department-clean.txt': 'guangzhou-department-2023',
  'department-cut-off.txt': 'guangzhou-department-2023',
  'department-moved-cells.txt': 'guangzhou-department-2023',
  'department-score-above-points.txt': 'hunan-department',
  'department-wrong-grade.txt': 'guangzhou-department-2023',
  'fund-without-scores.txt': 'transfer-payment-unscored',
  'project-chongqing-markdown.txt': 'chongqing-project',
  'project-hubei.txt': 'hubei-project',
  'project-national-markdown.txt': 'national-project',
  'project-sichuan.txt': 'sichuan-project',
  'project-suizhou.txt': 'suizhou-project',
  'project-yunnan.txt': 'yunnan-project',
};

test.each(Object.entries(sampleProfiles))('the sample %s is taken for %s', async (file, id) => {
  const text = readFileSync(path.join(import.meta.dirname, '..', '..', 'samples', file), 'utf8');
  const found = (await read(text)).flatMap(({ profileId }) => profileId ?? []);
  expect(found.join()).toBe(id);
});

test('every generated family of a known form is expected here', () => {
  for (const family of Object.keys(expected)) expect(Object.keys(families)).toContain(family);
});

test('an unknown form is taken for none', async () => {
  const text = [
    '乡镇工作实绩考核自评表',
    '单位名称：白沙镇人民政府',
    '考核项目\t考核内容\t考核要点\t标准分\t自评分\t备注',
    '党的建设\t组织建设\t支部活动按期开展\t40\t38\t缺一次记录',
    '经济发展\t招商引资\t引进项目两个以上\t60\t60\t',
    '合计\t\t\t100\t98\t',
  ].join('\n');
  const [assessment] = await read(text);
  expect(assessment?.indicators).toHaveLength(2);
  expect(assessment?.profileId).toBeUndefined();
  expect(assessment?.profileBasis).toBeUndefined();
});
