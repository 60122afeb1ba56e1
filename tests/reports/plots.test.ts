import { describe, expect, test } from 'vitest';
import type { Plot, PlotSettings } from '../../reports/plots/draw-plot.ts';
import { plotCodes } from '../../reports/plots/plot-codes.ts';
import { plotCoverage } from '../../reports/plots/plot-coverage.ts';
import { plotDistricts } from '../../reports/plots/plot-districts.ts';
import { plotGrades } from '../../reports/plots/plot-grades.ts';
import { plotThroughput } from '../../reports/plots/plot-throughput.ts';
import { plotUnitYears } from '../../reports/plots/plot-unit-years.ts';
import { plotVersions } from '../../reports/plots/plot-versions.ts';
import {
  codeCounts,
  coverageShares,
  districtYears,
  gradePairs,
  throughput,
  versionedRows,
  yearTotals,
} from './tallies.ts';

const settings: PlotSettings = { language: 'zh', scheme: 'light', width: 640 };

function allPlots(changes: Partial<PlotSettings> = {}): Readonly<Record<string, Plot>> {
  const all = { ...settings, ...changes };
  return {
    districts: plotDistricts(districtYears, all),
    codes: plotCodes(codeCounts, all),
    grades: plotGrades(gradePairs, all),
    coverage: plotCoverage(coverageShares, all),
    throughput: plotThroughput(throughput, all),
    unitYears: plotUnitYears(yearTotals, all),
    versions: plotVersions(versionedRows, all),
  };
}

describe('plots', () => {
  test('each says in its title what it shows', () => {
    const titles = Object.fromEntries(Object.entries(allPlots()).map(([name, { title }]) => [name, title]));
    expect(titles).toEqual({
      districts: '江湾区有不符的比例最高：41 张自评表中有 21 张',
      codes: '“得分与评分依据不符”最多：57 项，共 127 项疑点',
      grades: '162 张填了等级的自评表中，有 12 张的等级与总分不一致',
      coverage: '2345 行中有 79% 得到复算；475 行未能复算或未读入，不视为相符',
      throughput: '已完成 724 份文件，其中 26 份未能读取',
      unitYears: '4 个年度中有 1 个年度的填报总分与重算不符',
      versions: '4 行中有 2 行的得分在各版本间有变动',
    });
  });

  test('each can stand in a page with a strict policy, beside the others', () => {
    const plots = Object.values(allPlots());
    for (const { svg } of plots) {
      expect(svg).not.toMatch(/<script|<style|style=|<image|<foreignObject|href=|\son\w+=/i);
      expect(svg).toMatch(/^<svg role="img" aria-label="[^"]+"/);
      expect(svg.length).toBeGreaterThan(1000);
    }
    const ids = plots.flatMap(({ svg }) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect(ids.length).toBeGreaterThan(5);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('each is a table as well, a cell for every heading', () => {
    for (const { table } of Object.values(allPlots())) {
      expect(table.rows.length).toBeGreaterThan(2);
      for (const row of table.rows) expect(row.length).toBe(table.head.length);
    }
    expect(allPlots().districts?.table.rows).toContainEqual(['江湾区', '2023', '9', '15']);
    expect(allPlots().unitYears?.table.rows[2]).toEqual(['2022', '–', '95.1']);
  });

  test('the same tallies give the same drawing, in both schemes and languages', () => {
    expect(allPlots()).toEqual(allPlots());
    const dark = allPlots({ scheme: 'dark', language: 'en' });
    expect(dark.codes?.svg).toContain('score differs from its evidence');
    expect(dark.codes?.svg).not.toContain(allPlots().codes?.svg);
  });

  test('say so where there is nothing yet', () => {
    for (const plot of [plotDistricts, plotCodes, plotGrades, plotCoverage, plotThroughput])
      expect(plot([], settings).title).toBe('还没有数据');
    expect(plotUnitYears([], settings).title).toBe('还没有数据');
    expect(plotVersions([], settings).title).toBe('还没有数据');
  });

  test('names out of documents are drawn as text', () => {
    const attack = '</text><script>alert(1)</script>"\u202E\u0007';
    const svgs = [
      plotDistricts([{ district: attack, year: 2023, assessments: 5, disagreeing: 4 }], settings),
      plotGrades([{ printed: attack, expected: '优', count: 1 }], settings),
      plotVersions([{ name: attack, scores: ['1', '2'] }], settings),
      plotThroughput([{ span: attack, checked: 1, withoutAssessment: 0, unreadable: 0 }], settings),
    ].map(({ svg }) => svg);
    for (const svg of svgs) {
      expect(svg).toContain('&lt;script&gt;');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
      expect(svg).not.toMatch(/<script|[\u202a-\u202e\u0007]/);
    }
  });

  test('many districts become some and the rest', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      district: `第${index}区`,
      year: 2023,
      assessments: 10,
      disagreeing: index % 9,
    }));
    const { table, title } = plotDistricts(many, settings);
    expect(table.rows.length).toBe(20);
    expect(table.rows.at(-1)?.[0]).toBe('其余 41 个地区');
    const counted = table.rows.reduce((sum, row) => sum + Number(row[3]), 0);
    expect(counted).toBe(600);
    expect(title).toContain('10 张自评表中有 8 张');
  });
});

describe('districts', () => {
  test('that are not known head no plot; years that are not known stand last', () => {
    const { title, table } = plotDistricts(
      [
        { district: null, year: null, assessments: 9, disagreeing: 9 },
        { district: null, year: 2023, assessments: 9, disagreeing: 9 },
        { district: '江湾区', year: 2023, assessments: 2, disagreeing: 1 },
      ],
      settings,
    );
    expect(title).toBe('20 张自评表中有 19 张有不符');
    expect(table.rows).toContainEqual(['地区不详', '年度不详', '9', '9']);
  });
});

test('a code of several severities is one bar with one figure, and a line of the table for each', () => {
  const both = [
    { code: 'total/mismatch', severity: 'info', count: 5 },
    { code: 'total/mismatch', severity: 'error', count: 14 },
  ] as const;
  const { title, svg, table } = plotCodes(both, settings);
  expect(title).toContain('19 项，共 19 项');
  expect(table.rows.map((row) => row.slice(1))).toEqual([
    ['不符', '14'],
    ['提示', '5'],
  ]);
  expect([...svg.matchAll(/>(\d+)<\/text>/g)].map(([, figure]) => figure)).toEqual(['19']);
});

test('versions are drawn where they differ; the table has every row', () => {
  const { svg, table } = plotVersions(versionedRows, settings);
  expect(svg).toContain('合同签订及时性');
  expect(svg).not.toContain('预决算公开合规性');
  expect(table.rows.length).toBe(versionedRows.length);
});
