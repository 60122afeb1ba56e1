import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../model/assessment.ts';
import type { Extraction } from '../../model/extraction.ts';
import { profiles } from '../../profiles/index.ts';
import { readAssessments } from '../../tables/read-assessments.ts';
import { drawn, ragged } from './lay-out.ts';

const rowsOf = (assessment: Assessment | undefined) =>
  assessment?.indicators.map(({ path, maxScore, selfScore }) => [
    path.join('/'),
    maxScore?.value,
    selfScore?.value,
  ]);

const readOne = (extraction: Extraction): Assessment => {
  const [assessment, ...others] = readAssessments(extraction, profiles).value;
  expect(others).toEqual([]);
  if (assessment === undefined) throw new Error('no assessment was read');
  return assessment;
};

const national = [
  ['项目名称', { text: '河道清淤', columns: 7 }],
  ['主管部门', { text: '青山县水利局', columns: 3 }, '实施单位', { text: '青山县河道管理所', columns: 3 }],
  [
    { text: '项目资金（万元）', rows: 3 },
    '',
    '年初预算数',
    '全年预算数',
    '全年执行数',
    '分值',
    '执行率',
    '得分',
  ],
  ['年度资金总额', '120', '120', '108', '10', '90.00%', '9'],
  ['其中：当年财政拨款', '120', '120', '108', '—', '—', '—'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  [{ text: '产出指标', rows: 2 }, '数量指标', '清淤河道长度', '≥12公里', '12.4公里', '30', '30', ''],
  ['质量指标', '工程验收合格率', '100%', '100%', '20', '20', ''],
  ['效益指标', '社会效益指标', '防洪能力', '有所提升', '达成预期指标', '30', '30', ''],
  ['满意度指标', '服务对象满意度指标', '沿岸居民满意度', '≥90%', '86%', '10', '9.56', '宣传不足'],
  [{ text: '总分', columns: 5 }, '100', '98.56', ''],
] as const;

describe('readAssessments', () => {
  test('reads a drawn project form with its header block, funds and levels', () => {
    const assessment = readOne(drawn(national, ['项目支出绩效自评表', '（2022年度）']));
    expect(assessment.form).toBe('project');
    expect(assessment.year?.value).toBe(2022);
    expect(assessment.unit?.text).toBe('青山县河道管理所');
    expect(assessment.department?.text).toBe('青山县水利局');
    expect(assessment.project?.text).toBe('河道清淤');
    expect(rowsOf(assessment)).toEqual([
      ['预算执行率', '10', '9'],
      ['产出指标/数量指标/清淤河道长度', '30', '30'],
      ['产出指标/质量指标/工程验收合格率', '20', '20'],
      ['效益指标/社会效益指标/防洪能力', '30', '30'],
      ['满意度指标/服务对象满意度指标/沿岸居民满意度', '10', '9.56'],
    ]);
    expect(assessment.total?.max?.value).toBe('100');
    expect(assessment.total?.printed?.value).toBe('98.56');
    expect(assessment.indicators[4]?.deviationReason?.text).toBe('宣传不足');
    expect(assessment.funds.map(({ name, isTotal }) => [name, isTotal])).toEqual([
      ['年度资金总额', true],
      ['其中：当年财政拨款', false],
    ]);
  });

  test('takes columns by their names, not by their order', () => {
    const assessment = readOne(
      drawn([
        ['一级指标', '二级指标', '三级指标', '分值', '年度指标值', '实际完成值', '得分', '偏差原因'],
        ['产出指标', '数量指标', '培训人次', '60', '≥100人次', '90人次', '54', '场次减少'],
        ['效益指标', '社会效益指标', '知晓率', '40', '≥80%', '85%', '40', ''],
        ['总分', '', '', '100', '', '', '94', ''],
      ]),
    );
    expect(assessment.indicators.map(({ target, actual }) => [target?.text, actual?.text])).toEqual([
      ['≥100人次', '90人次'],
      ['≥80%', '85%'],
    ]);
    expect(assessment.total?.printed?.value).toBe('94');
  });

  test('joins a target that the form splits into sign, value and unit', () => {
    const assessment = readOne(
      drawn([
        [
          { text: '绩效指标', columns: 3 },
          { text: '年度指标值', columns: 3 },
          { text: '实际完成值', rows: 2 },
          { text: '分值', rows: 2 },
          { text: '得分', rows: 2 },
        ],
        ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位'],
        ['产出指标', '数量指标', '抽检批次', '≥', '300', '批次', '312', '100', '100'],
      ]),
    );
    expect(assessment.indicators[0]?.target?.text).toBe('≥300批次');
    expect(rowsOf(assessment)).toEqual([['产出指标/数量指标/抽检批次', '100', '100']]);
  });

  test('never takes a reviewer’s score for the self score', () => {
    const assessment = readOne(
      drawn([
        [
          '一级指标',
          '二级指标',
          '三级指标',
          '权重',
          '自评完成值',
          '自评得分',
          '复核完成值',
          '复核得分',
          '备注',
        ],
        ['产出指标', '数量指标', '检查次数', '100', '12次', '100', '10次', '83.33', ''],
        ['合计', '', '', '100', '', '100', '', '83.33', ''],
      ]),
    );
    expect(assessment.indicators[0]?.selfScore?.value).toBe('100');
    expect(assessment.total?.printed?.value).toBe('100');
  });

  test('reports no assessment for a table of targets', () => {
    const targets = drawn([
      ['一级指标', '二级指标', '三级指标', '指标值', '分值'],
      ['产出指标', '数量指标', '检查次数', '12次', '50'],
    ]);
    expect(readAssessments(targets, profiles).value).toEqual([]);
  });

  test('reads a form without scores as one that has none', () => {
    const assessment = readOne(
      drawn([
        ['一级指标', '二级指标', '三级指标', '年度指标值', '全年完成值', '未完成原因和改进措施'],
        ['产出指标', '数量指标', '改造户数', '50户', '50户', ''],
      ]),
    );
    expect(assessment.columns).not.toContain('selfScore');
    expect(rowsOf(assessment)).toEqual([['产出指标/数量指标/改造户数', undefined, undefined]]);
  });

  test('takes points from names where no column has them, and the unit from the title', () => {
    const assessment = readOne(
      drawn(
        [
          ['一级指标', '二级指标', '三级指标', '评价要点', '得分'],
          [
            { text: '部门决策（25 分）', rows: 2 },
            { text: '目标任务（25 分）', rows: 2 },
            '相关性（5 分）',
            '要点',
            '5',
          ],
          ['明确性（20分）', '要点', '19'],
          ['综合管理（75分）', '绩效（75分）', '履职成效（75分）', '要点', '70'],
          [{ text: '合计', columns: 4 }, '94'],
        ],
        ['南山市档案局2018年度部门整体支出绩效评价得分表'],
      ),
    );
    expect(assessment.unit?.text).toBe('南山市档案局');
    expect(
      assessment.indicators.map(({ maxScore, selfScore }) => [maxScore?.value, selfScore?.value]),
    ).toEqual([
      ['5', '5'],
      ['20', '19'],
      ['75', '70'],
    ]);
  });

  test('names a drawn row without a third level by its second', () => {
    const assessment = readOne(
      drawn([
        [
          { text: '绩效指标', rows: 3 },
          '一级指标',
          '二级指标',
          '三级指标',
          '年度指标值',
          '实际完成值',
          '分值',
          '得分',
        ],
        ['效益指标', '社会效益', '', '事故为零', '0起', '60', '60'],
        ['满意度指标', '服务对象满意度', '家长满意度', '≥90%', '95%', '40', '40'],
      ]),
    );
    expect(rowsOf(assessment)?.map(([path]) => path)).toEqual([
      '效益指标/社会效益',
      '满意度指标/服务对象满意度/家长满意度',
    ]);
  });

  test('splits a document at the next project name', () => {
    const form = (name: string, score: string) =>
      `项目支出绩效自评表\n项目名称\t${name}\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t检查次数\t≥5次\t5次\t100\t${score}\n总分\t\t\t\t\t100\t${score}\n`;
    const { value } = readAssessments(ragged(`${form('甲', '100')}${form('乙', '90')}`), profiles);
    expect(value.map(({ project, total }) => [project?.text, total?.printed?.value])).toEqual([
      ['甲', '100'],
      ['乙', '90'],
    ]);
  });
});

const header =
  '一级指标\t分值\t二级指标\t分值\t三级指标\t分值\t指标解释\t评分标准\t自评得分\t评分依据、未达标原因、改进措施';
const rule = (points: string) => `建立台账并按期核对的，得${points}分，否则不得分。`;

describe('readAssessments on moved text', () => {
  test('reads rows whose columns stand off by different amounts', () => {
    const assessment = readOne(
      ragged(
        [
          '部门整体支出绩效自评表',
          header,
          `运行\t60\t日常管理\t60\t台账管理\t60\t反映台账是否健全。\t${rule('60')}\t60\t台账齐全`,
          `\t效能\t40\t对外服务\t40\t窗口服务\t40\t反映窗口服务是否规范。\t${rule('40')}\t30\t窗口排队时间偏长`,
          '\t总分\t100\t\t\t\t90',
        ].join('\n'),
      ),
    );
    expect(rowsOf(assessment)).toEqual([
      ['运行/日常管理/台账管理', '60', '60'],
      ['效能/对外服务/窗口服务', '40', '30'],
    ]);
    expect(assessment.total?.printed?.value).toBe('90');
  });

  test('leaves a lost score open and never takes the points for it', () => {
    const assessment = readOne(
      ragged(
        [
          header,
          `运行\t100\t日常管理\t100\t台账管理\t60\t反映台账是否健全。\t${rule('60')}\t60\t台账齐全`,
          `\t\t\t\t窗口服务\t40\t反映窗口服务是否规范。\t${rule('40')}`,
          '总分\t100\t\t\t\t\t\t\t90',
        ].join('\n'),
      ),
    );
    expect(rowsOf(assessment)).toEqual([
      ['运行/日常管理/台账管理', '60', '60'],
      ['运行/日常管理/窗口服务', '40', undefined],
    ]);
  });

  test('drops a second print of the points and says so', () => {
    const assessment = readOne(
      ragged(
        [header, `运行\t60\t台账管理\t60\t反映台账是否健全。\t60\t${rule('60')}\t55\t缺少一页`].join('\n'),
      ),
    );
    expect(rowsOf(assessment)).toEqual([['运行/台账管理', '60', '55']]);
    expect(assessment.indicators[0]?.repairs).toHaveLength(1);
  });

  test('joins a name to the standard and score that stand one line above it', () => {
    const assessment = readOne(
      ragged(
        [
          header,
          `运行\t100\t日常管理\t100\t窗口服务\t40\t反映窗口服务是否规范。\t窗口服务按规范办理的，得40分，否则不得分。\t40\t`,
          '\t\t\t\t\t\t\t档案按年整理入库的，得60分，每缺一卷档案扣5分。\t55',
          '\t\t\t\t档案整理\t60\t反映档案按年整理入库的情况。\t公务用车不超编的，得满分，否则不得分。\t1',
          '总分\t100\t\t\t\t\t\t\t96',
        ].join('\n'),
      ),
    );
    expect(rowsOf(assessment)?.slice(0, 2)).toEqual([
      ['运行/日常管理/窗口服务', '40', '40'],
      ['运行/日常管理/档案整理', '60', '55'],
    ]);
    expect(assessment.indicators[2]).toMatchObject({ selfScore: { value: '1' } });
  });

  test('places levels whose cells have moved by the sums of their points', () => {
    const line = (cells: string, name: string, points: string) =>
      `${cells}\t${name}\t${points}\t反映${name}的情况。\t${name}符合要求的得满分，否则不得分。\t${points}\t已完成`;
    const assessment = readOne(
      ragged(
        [
          header,
          line('前期\t30\t立项\t10', '立项依据', '10'),
          line('\t\t组织\t20', '机构职责', '12'),
          line('\t\t\t', '人员分工', '8'),
          line('\t\t\t', '进度台账', '30'),
          line('后期\t70\t实施\t30', '竣工验收', '25'),
          line('\t\t验收\t40', '资料归档', '15'),
        ].join('\n'),
      ),
    );
    expect(rowsOf(assessment)?.map(([path]) => path)).toEqual([
      '前期/立项/立项依据',
      '前期/组织/机构职责',
      '前期/组织/人员分工',
      '后期/实施/进度台账',
      '后期/验收/竣工验收',
      '后期/验收/资料归档',
    ]);
    expect(assessment.groups.every(({ maxScore }) => maxScore !== undefined)).toBe(true);
  });

  test('gives a known row without a name the name and points of its form', () => {
    const moved = [
      header,
      '管理效率\t50\t采购管理\t10\t采购内部控制制度建设\t1\t反映内控制度建设情况。\t建立政府采购内部控制管理制度的，得1分，否则不得分。\t1\t已建立',
      '\t\t\t\t采购活动合规性\t2\t反映采购活动合法合规情况。\t采购投诉经认定属于采购人责任的，发现1例扣1分，扣完为止。\t2\t无投诉',
      '\t\t\t\t\t\t\t在规定时间内签订采购合同，合同签订及时率=100%，得3分；90%≤合同签订及时率<100%，得2分；合同签订及时率<80%，不得分。\t2\t及时率95%',
      '\t\t\t\t采购政策效能\t1\t反映采购政策执行的效果。\t为中小企业预留采购份额，评分=数值×分值。\t1\t已预留',
    ].join('\n');
    const assessment = readOne(ragged(moved));
    expect(assessment.profileId).toBe('guangzhou-department-2023');
    expect(rowsOf(assessment)?.[2]).toEqual(['管理效率/采购管理/采购合同签订及时性', '3', '2']);
    expect(assessment.indicators[2]?.maxScore?.origin).toBe('rubric');
    expect(assessment.indicators[2]?.repairs.map(({ field }) => field)).toEqual(['name', 'maxScore']);
  });
});
