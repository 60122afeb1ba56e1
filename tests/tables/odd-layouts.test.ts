import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../model/assessment.ts';
import type { Extraction } from '../../model/extraction.ts';
import { profiles } from '../../profiles/index.ts';
import { readAssessments } from '../../tables/read-assessments.ts';
import { drawn, ragged } from './lay-out.ts';

const readOne = (extraction: Extraction): Assessment => {
  const [assessment, ...others] = readAssessments(extraction, profiles).value;
  expect(others).toEqual([]);
  if (assessment === undefined) throw new Error('no assessment was read');
  return assessment;
};

const rowsOf = ({ indicators }: Assessment) =>
  indicators.map(({ path, selfScore }) => `${path.join('/')} ${selfScore?.value}`);

describe('layouts that forms seldom have', () => {
  test('letters of a label that was written downwards are no level', () => {
    const assessment = readOne(
      ragged(
        [
          '绩\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分',
          '效\t产出指标\t数量指标\t改造校舍面积\t≥5000平方米\t5200平方米\t50\t50',
          '指\t\t质量指标\t\t验收合格率\t100%\t100%\t20\t20',
          '标\t时效指标\t按期完工率\t100%\t90%\t30\t27',
        ].join('\n'),
      ),
    );
    expect(rowsOf(assessment)).toEqual([
      '产出指标/数量指标/改造校舍面积 50',
      '产出指标/质量指标/验收合格率 20',
      '产出指标/时效指标/按期完工率 27',
    ]);
  });

  test.each(['综合评价得分', '自评综合得分', '部门整体得分', '评价总分（满分100分）', '各项得分合计'])(
    'a row that begins with %s is the total',
    (label) => {
      const { total, indicators } = readOne(
        drawn([
          ['三级指标', '评分标准', '分值', '得分'],
          ['制度健全性', '健全得满分', '60', '60'],
          ['预算执行率', '执行率×分值', '40', '38'],
          [label, '', '100', '98'],
        ]),
      );
      expect(total?.printed?.value).toBe('98');
      expect(indicators).toHaveLength(2);
    },
  );

  test('a header of unknown wording over names is a level, one over figures is none', () => {
    const { indicators } = readOne(
      drawn([
        ['考核对象', '指标板块', '赋分', '二级指标', '三级指标', '分值', '得分'],
        ['1', '产出', '60', '数量', '新建管网', '60', '58'],
        ['2', '效益', '40', '社会效益', '供水保障', '40', '40'],
      ]),
    );
    expect(indicators.map(({ path }) => path.join('/'))).toEqual([
      '产出/数量/新建管网',
      '效益/社会效益/供水保障',
    ]);
  });

  test('指标类别 above 二级指标 is the first level, with points of its own', () => {
    const { indicators, groups } = readOne(
      drawn([
        ['指标类别', '分值', '二级指标', '分值', '指标内容', '分值', '考核内容', '得分'],
        [
          '产出指标',
          '60',
          '数量指标',
          '60',
          '检查户数',
          '60',
          '反映检查任务完成的情况，用以考核工作成效',
          '58',
        ],
        [
          '效益指标',
          '40',
          '社会效益',
          '40',
          '投诉下降',
          '40',
          '反映群众投诉的变化情况，用以考核社会效益',
          '40',
        ],
      ]),
    );
    expect(indicators.map(({ path }) => path.join('/'))).toEqual([
      '产出指标/数量指标/检查户数',
      '效益指标/社会效益/投诉下降',
    ]);
    expect(groups.map(({ maxScore }) => maxScore?.value)).toEqual(['60', '60', '40', '40']);
  });

  test('考核内容 that explains each name is no level', () => {
    const { indicators } = readOne(
      drawn([
        ['一级指标', '二级指标', '分值', '考核内容', '得分'],
        [{ text: '过程', rows: 2 }, '档案归档率', '60', '反映档案按期归档的程度，用以考核管理情况', '58'],
        ['培训覆盖率', '40', '反映参加培训人员的规模，用以考核组织情况', '40'],
      ]),
    );
    expect(indicators.map(({ path }) => path.join('/'))).toEqual(['过程/档案归档率', '过程/培训覆盖率']);
  });

  test('several indicators in the lines of one row are rows of their own', () => {
    const assessment = readOne(
      drawn([
        ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
        [
          { text: '产出指标', rows: 2 },
          '数量指标',
          '指标1：新建管网\n指标2：改造泵站',
          '≥5公里\n≥2座',
          '5公里\n2座',
          '30\n20',
          '28\n20',
        ],
        ['时效指标', '按期完工', '12月底前', '11月', '50', '45'],
        ['总分', '', '', '', '', '100', '93'],
      ]),
    );
    expect(
      assessment.indicators.map(({ path, target, maxScore, selfScore }) => [
        path.join('/'),
        target?.text,
        maxScore?.value,
        selfScore?.value,
      ]),
    ).toEqual([
      ['产出指标/数量指标/指标1：新建管网', '≥5公里', '30', '28'],
      ['产出指标/数量指标/指标2：改造泵站', '≥2座', '20', '20'],
      ['产出指标/时效指标/按期完工', '12月底前', '50', '45'],
    ]);
  });

  test('figures that are broken over lines beside a name that is none of a list are not parted', () => {
    const { indicators } = readOne(
      drawn([
        ['一级指标', '三级指标', '分值', '得分'],
        ['产出指标', '1.新建管网\n及泵站', '1\n5', '1\n5'],
        ['效益指标', '2.供水保障', '85', '80'],
      ]),
    );
    expect(indicators.map(({ path }) => path.at(-1))).not.toContain('及泵站');
  });

  test('a name in two lines is one name', () => {
    const { indicators } = readOne(
      drawn([
        ['一级指标', '三级指标', '分值', '得分'],
        ['产出指标', '新建管网\n及泵站改造', '50', '48'],
        ['效益指标', '供水保障', '50', '45'],
      ]),
    );
    expect(indicators.map(({ path }) => path.at(-1))).toEqual(['新建管网及泵站改造', '供水保障']);
  });

  test('扣分项 and 加分项 are levels', () => {
    const { indicators } = readOne(
      drawn([
        ['一级指标', '二级指标', '评分标准', '分值', '得分'],
        ['过程', '制度健全', '健全得满分', '100', '98'],
        ['扣分项', '违规通报', '被通报每次扣1分', '', '-1'],
        ['加分项', '创新工作', '每项加1分', '', '1'],
      ]),
    );
    expect(rowsOf({ indicators } as Assessment)).toEqual([
      '过程/制度健全 98',
      '扣分项/违规通报 -1',
      '加分项/创新工作 1',
    ]);
  });

  test('a label beside the whole table heads no column', () => {
    const { indicators } = readOne(
      drawn([
        [
          { text: '绩效指标完成情况', rows: 5 },
          '一级指标',
          '指标名称',
          '年度指标值',
          '实际完成值',
          '分值',
          '得分',
        ],
        [{ text: '产出指标', rows: 3 }, '检查户数', '≥10户', '12户', '30', '30'],
        ['整改率', '100%', '100%', '30', '30'],
        ['办结率', '100%', '100%', '20', '20'],
        ['效益指标', '投诉下降', '下降', '下降', '20', '20'],
      ]),
    );
    expect(indicators.map(({ path, actual }) => `${path.at(-1)} ${actual?.text}`)).toEqual([
      '检查户数 12户',
      '整改率 100%',
      '办结率 100%',
      '投诉下降 下降',
    ]);
  });

  test('one heading over several columns of names gives each of them its level', () => {
    const assessment = readOne(
      drawn([
        [{ text: '评价指标', columns: 3 }, '分值', '评价标准', '自评得分'],
        [{ text: '项目决策', rows: 2 }, { text: '科学决策', rows: 2 }, '必要性', '5', '符合规划得5分', '5'],
        ['可行性', '5', '有可研报告得5分，否则不得分', '5'],
        ['项目管理', '资金管理', '资金到位', '90', '到位率×90', '81'],
      ]),
    );
    expect(rowsOf(assessment)).toEqual([
      '项目决策/科学决策/必要性 5',
      '项目决策/科学决策/可行性 5',
      '项目管理/资金管理/资金到位 81',
    ]);
  });

  test('an indicator named like a level stays in its column where the row has not moved', () => {
    const assessment = readOne(
      ragged(
        [
          '一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分',
          '效益指标\t社会效益指标\t带动就业\t≥100人\t156人\t60\t60',
          '\t\t社会效益\t促进就业\t带动就业156人\t40\t40',
        ].join('\n'),
      ),
    );
    expect(rowsOf(assessment)).toEqual([
      '效益指标/社会效益指标/带动就业 60',
      '效益指标/社会效益指标/社会效益 40',
    ]);
  });

  test('weighted goals are the outermost level of the rows below them', () => {
    const header = ['指标名称', '指标值', '实际完成值', '分值', '得分'];
    const goal = (text: string) => [{ text, columns: 5 }];
    const assessment = readOne(
      drawn([
        goal('年度绩效目标1：提升教学质量（60%）'),
        header,
        ['培训教师人数', '≥500人次', '520人次', '100', '98'],
        goal('年度绩效目标2：改善办学条件（权重40%）'),
        header,
        ['新建校舍', '3栋', '3栋', '100', '100'],
        ['总分', '', '', '100', '98.8'],
      ]),
    );
    expect(rowsOf(assessment)).toEqual([
      '年度绩效目标1：提升教学质量（60%）/培训教师人数 98',
      '年度绩效目标2：改善办学条件（权重40%）/新建校舍 100',
    ]);
    expect(assessment.groups.map(({ maxScore }) => `${maxScore?.value}${maxScore?.unit}`)).toEqual([
      '60%',
      '40%',
    ]);
  });

  test('a name may carry its standard in parentheses', () => {
    const assessment = readOne(
      drawn([
        ['序号', '考核内容', '满分', '自评得分'],
        ['1', '预算编制完整', '50分', '50分'],
        ['2', '执行进度（执行率95%以上得满分，每低1个百分点扣1分）', '50分', '48分'],
      ]),
    );
    expect(rowsOf(assessment)).toEqual([
      '预算编制完整 50',
      '执行进度（执行率95%以上得满分，每低1个百分点扣1分） 48',
    ]);
  });
});

describe('tables that could not be read', () => {
  const scattered = [
    '项目支出绩效自评表',
    '一级指标 二级指标 三级指标 分',
    '值 年度指标值 实际完成值 得分',
    '产出指标 数量指标 养护里程 15 ≥320公里 325公里 15',
  ];

  test('a document with the words of a table that gave no assessment says so', () => {
    const { value, notes } = readAssessments(ragged(scattered.join('\n')), profiles);
    expect(value).toEqual([]);
    expect(notes.map(({ code }) => code)).toEqual(['document/table-not-read']);
  });

  test('a report that only tells of its score does not', () => {
    const { notes } = readAssessments(ragged('一、绩效自评得分98分，等级为优。\n二、部门概况。'), profiles);
    expect(notes).toEqual([]);
  });

  test('rows of which most have neither points nor a score are no assessment', () => {
    const { value, notes } = readAssessments(
      ragged(
        [
          '部门整体支出绩效自评表',
          '三级指标\t年度指标值\t实际完成值\t分值\t得分',
          '工作计划\t≥3项\t3项\t\t',
          '预算执行\t≥95%\t96%\t\t',
          '固定资产\t≥90%\t92%\t\t5',
          '问题整改\t≥95%\t97%\t\t',
        ].join('\n'),
      ),
      profiles,
    );
    expect(value).toEqual([]);
    expect(notes.map(({ code }) => code)).toEqual(['document/table-not-read']);
  });
});
