import type { Language } from '../../model/localized.ts';

/** What the plots say; arguments are figures and names as they are to be shown. */
export type PlotWords = {
  readonly unknownDistrict: string;
  readonly unknownYear: string;
  readonly otherDistricts: (count: string) => string;
  readonly names: Readonly<
    Record<
      | 'district'
      | 'year'
      | 'assessments'
      | 'disagreeing'
      | 'code'
      | 'count'
      | 'printed'
      | 'expected'
      | 'recomputed'
      | 'decided'
      | 'bounded'
      | 'open'
      | 'notRead'
      | 'span'
      | 'checked'
      | 'withoutAssessment'
      | 'unreadable'
      | 'indicator',
      string
    >
  >;
  readonly version: (number: string) => string;
  readonly nothing: string;
  readonly titles: {
    readonly districts: (district: string, disagreeing: string, assessments: string) => string;
    readonly districtsNone: (assessments: string) => string;
    readonly districtsSome: (disagreeing: string, assessments: string) => string;
    readonly codes: (name: string, count: string, all: string) => string;
    readonly grades: (changed: string, all: string) => string;
    readonly gradesNone: (all: string) => string;
    readonly coverage: (share: string, rows: string, open: string) => string;
    readonly throughput: (documents: string, unreadable: string) => string;
    readonly unit: (disagreeing: string, years: string) => string;
    readonly unitNone: (years: string) => string;
    readonly versions: (changed: string, rows: string) => string;
    readonly versionsNone: (rows: string) => string;
  };
};

export const plotWords: Readonly<Record<Language, PlotWords>> = {
  zh: {
    unknownDistrict: '地区不详',
    unknownYear: '年度不详',
    otherDistricts: (count) => `其余 ${count} 个地区`,
    names: {
      district: '地区',
      year: '年度',
      assessments: '自评表',
      disagreeing: '有不符',
      code: '疑点',
      count: '项数',
      printed: '填报',
      expected: '按总分应为',
      recomputed: '重算',
      decided: '得出唯一得分',
      bounded: '得出可能得分',
      open: '未能复算',
      notRead: '未读入',
      span: '时间',
      checked: '已复核',
      withoutAssessment: '无自评表',
      unreadable: '未能读取',
      indicator: '指标',
    },
    version: (number) => `第 ${number} 版`,
    nothing: '还没有数据',
    titles: {
      districts: (district, disagreeing, assessments) =>
        `${district}有不符的比例最高：${assessments} 张自评表中有 ${disagreeing} 张`,
      districtsNone: (assessments) => `${assessments} 张自评表均无不符`,
      districtsSome: (disagreeing, assessments) => `${assessments} 张自评表中有 ${disagreeing} 张有不符`,
      codes: (name, count, all) => `“${name}”最多：${count} 项，共 ${all} 项疑点`,
      grades: (changed, all) => `${all} 张填了等级的自评表中，有 ${changed} 张的等级与总分不一致`,
      gradesNone: (all) => `${all} 张填了等级的自评表，等级均与总分一致`,
      coverage: (share, rows, open) =>
        `${rows} 行中有 ${share} 得到复算；${open} 行未能复算或未读入，不视为相符`,
      throughput: (documents, unreadable) => `已完成 ${documents} 份文件，其中 ${unreadable} 份未能读取`,
      unit: (disagreeing, years) => `${years} 个年度中有 ${disagreeing} 个年度的填报总分与重算不符`,
      unitNone: (years) => `${years} 个年度的填报总分均未见不符`,
      versions: (changed, rows) => `${rows} 行中有 ${changed} 行的得分在各版本间有变动`,
      versionsNone: (rows) => `${rows} 行的得分在各版本间没有变动`,
    },
  },
  en: {
    unknownDistrict: 'district unknown',
    unknownYear: 'year unknown',
    otherDistricts: (count) => `${count} other districts`,
    names: {
      district: 'District',
      year: 'Year',
      assessments: 'Assessments',
      disagreeing: 'With disagreements',
      code: 'Finding',
      count: 'Count',
      printed: 'Printed',
      expected: 'By the total',
      recomputed: 'Recomputed',
      decided: 'One score',
      bounded: 'Several scores',
      open: 'Not recomputed',
      notRead: 'Not read',
      span: 'Time',
      checked: 'Checked',
      withoutAssessment: 'No assessment',
      unreadable: 'Not readable',
      indicator: 'Indicator',
    },
    version: (number) => `Version ${number}`,
    nothing: 'no data yet',
    titles: {
      districts: (district, disagreeing, assessments) =>
        `${district} has the largest share of disagreements: ${disagreeing} of ${assessments} assessments`,
      districtsNone: (assessments) => `None of ${assessments} assessments disagrees`,
      districtsSome: (disagreeing, assessments) => `${disagreeing} of ${assessments} assessments disagree`,
      codes: (name, count, all) => `Most frequent: ${name}, ${count} of ${all} findings`,
      grades: (changed, all) => `${changed} of ${all} printed grades differ from the grade of their total`,
      gradesNone: (all) => `All ${all} printed grades are those of their totals`,
      coverage: (share, rows, open) =>
        `${share} of ${rows} rows were recomputed; ${open} were not, or not read, and do not count as agreeing`,
      throughput: (documents, unreadable) =>
        `${documents} documents done, ${unreadable} of them not readable`,
      unit: (disagreeing, years) => `In ${disagreeing} of ${years} years the printed total disagrees`,
      unitNone: (years) => `In none of ${years} years the printed total disagrees`,
      versions: (changed, rows) => `${changed} of ${rows} row scores changed between the versions`,
      versionsNone: (rows) => `None of ${rows} row scores changed between the versions`,
    },
  },
};
