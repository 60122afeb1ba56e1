import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../pipeline/check.ts';
import { createRepeatMarker } from '../../pipeline/mark-repeats.ts';

const works = ['河道清淤', '泵站检修', '堤防巡查', '水质监测', '应急演练'];

const report = (unit: string, note: (work: string) => string) =>
  checkDocument({
    file: `${unit}.txt`,
    language: 'zh',
    bytes: new TextEncoder().encode(
      [
        '项目支出绩效自评表',
        `实施单位\t${unit}`,
        '一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t自评说明',
        ...works.map((work) => `产出指标\t数量指标\t${work}\t12次\t12次\t20\t20\t${note(work)}`),
        '总分\t\t\t\t\t100\t100',
      ].join('\n'),
    ),
  });

const codes = (result: Awaited<ReturnType<typeof report>>) =>
  result.assessments.flatMap(({ findings }) => findings.map(({ code }) => code));

const copied = (work: string): string =>
  `${work}全年按计划分四批完成，第三批因汛期推迟到十月，其余均按期通过验收`;

describe('createRepeatMarker', () => {
  test('marks the later of two reports with the same texts', async () => {
    const mark = createRepeatMarker('zh');
    const first = mark(await report('甲县水务局', copied));
    const second = mark(await report('乙县水务局', copied));
    expect(codes(first)).not.toContain('duplicate/report');
    expect(codes(second)).toContain('duplicate/report');
    expect(second.assessments[0]?.findings.at(-1)?.message).toContain('甲县水务局');
  });

  test('leaves reports of one unit and reports in own words alone', async () => {
    const mark = createRepeatMarker('zh');
    mark(await report('甲县水务局', copied));
    expect(codes(mark(await report('甲县水务局', copied)))).not.toContain('duplicate/report');
    const own = (work: string): string => `本年${work}投入人工三百余工日，到年底全部做完，没有延期也没有返工`;
    expect(codes(mark(await report('丙县水务局', own)))).not.toContain('duplicate/report');
  });
});
