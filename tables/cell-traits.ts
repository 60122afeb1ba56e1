import { foldWidth } from '../text/fold.ts';
import { type Numeral, readNumeral } from '../text/numeral.ts';
import { unitPattern } from '../text/units.ts';
import type { LineCell } from './line.ts';
import { wordedScore } from './worded-figures.ts';

/** What the text of a cell looks like, whatever column it stands in. */
export type CellTraits = {
  readonly cell: LineCell;
  /** The text with full-width characters folded. */
  readonly folded: string;
  /** Set when the whole text is one number without a unit, or with 分. */
  readonly score?: Numeral;
  /** Set when the whole text is one number with any unit. */
  readonly quantity?: Numeral;
  /** 得9.5分 and nothing else. */
  readonly isWordedScore: boolean;
  /** `—`, `/`, `*`: deliberately left empty. */
  readonly isMark: boolean;
  /** ≥, =, 定性: what a target is compared by. */
  readonly sign: boolean;
  /** 得3分, 扣0.5分, 满分, 酌情: the words of a scoring standard. */
  readonly scoring: boolean;
  /** …的，得满分，否则不得分: a condition with its consequence, which evidence hardly ever holds. */
  readonly ruling: boolean;
  /** 反映…, 用以考核…: the words of a definition. */
  readonly defining: boolean;
  /** ≥95%, 不少于12种, 12月底前: the words of a target or a result. */
  readonly measured: boolean;
  /** 及时, 达成预期指标, 已完成: a result in words. */
  readonly qualitative: boolean;
  /** 产出指标, 数量指标, 效益指标（30分）: a level above the indicators. */
  readonly grouping: boolean;
  /** 次, %, 万元: a short unit and nothing else; longer ones look like names (市民…). */
  readonly unit: boolean;
  /** Characters that are not space. */
  readonly length: number;
  /** Holds 。 or ； or several clauses: a sentence, no name. */
  readonly sentence: boolean;
};

const groupWords =
  /^(?:部门|项目|年度|整体)?(?:产出|效益|效果|满意度|成本|数量|质量|时效|经济效益|社会效益|生态效益|可持续影响|服务对象满意度|社会公众满意度|投入|过程|决策|管理|绩效|履职|预算执行|预算编制|预算管理|资产管理|经济成本|社会成本|生态环境成本|履职效能|管理效率|整体效能|信息公开|绩效管理|采购管理|运行成本|项目决策|项目管理|项目绩效|项目产出|项目效益|项目效果|资金管理|组织管理|业务管理|财务管理|部门决策|部门管理|部门绩效|部门效益|运行管理|预算配置|履职效果|履职效益|履职产出|社会效应|满意度效益|工作目标管理)(?:指标|类指标)?(?:[(][^()]*[)])?(?:\d+(?:\.\d+)?分?)?$/;

const qualitativeWords =
  /^(?:已|基本|全部|全面|按时|按期|按计划|及时|正常|未|部分|达到|达成|完成|实现|合规|合格|达标|良好|优|优秀|良|中|差|好|较好|一般|较高|高|低|有效|显著|明显|稳步|持续|不断|逐步|长期|严格|效果|是|否|无|有)[^0-9]{0,12}$/;

/** Phrases that promise or report a result: 在项目计划完成时间内完成, 有所提升, 群众较为满意. */
const qualitativeEndings =
  /(?:完成|达标|达成|到位|合格|提高|提升|改善|完善|健全|良好|增强|促进|保障|满意|及时|以内|之前|不变|稳定|明显|显著|预期指标|年度指标|规定|要求|标准)$/;

const scoringWords =
  /得\s*\d*(?:\.\d+)?\s*分|扣\s*\d*(?:\.\d+)?\s*分|满分|不得分|扣完为止|酌情|计分|记分|得分\s*=|本指标分值|扣分|分值[×*x]|[×*x]\s*分值|减分|按比例/;

/** 扣分项, 加分指标: a level, though its words are those of scoring. */
const adjustments = /^(?:附加|奖励)?[加减扣]分(?:项目?|指标|因素|事项)?(?:[(][^()]*[)])?$/;

/** 一、 or 13. before a name. */
const numbering = /^(?:[一二三四五六七八九十]{1,2}、|\d{1,2}[.、](?=\p{Script=Han}))/u;

const wholeUnit = new RegExp(`^(?:${unitPattern})$`, 'u');

const cache = new Map<string, Omit<CellTraits, 'cell'>>();

export function describeCell(cell: LineCell): CellTraits {
  let traits = cache.get(cell.text);
  if (traits === undefined) {
    traits = describeText(cell.text);
    if (cache.size > 4_000) cache.clear();
    cache.set(cell.text, traits);
  }
  return { ...traits, cell };
}

function describeText(text: string): Omit<CellTraits, 'cell'> {
  const folded = foldWidth(text).trim();
  const tight = folded.replace(/\s+/g, '');
  const quantity = folded.length <= 24 ? readNumeral(folded) : undefined;
  const score =
    quantity !== undefined && (quantity.unit === undefined || quantity.unit === '分') ? quantity : undefined;
  const short = tight.length <= 40;
  const bare = tight.replace(numbering, '');
  return {
    folded,
    ...(score ? { score } : {}),
    ...(quantity ? { quantity } : {}),
    isWordedScore: wordedScore(folded) !== undefined,
    isMark: /^(?:[-—–－/\\*＊]+|——|…+)$/.test(tight),
    sign: /^(?:[=≥≤><]|[><]=|定性|定量|正向|反向|正指标|反指标)$/.test(tight),
    scoring: scoringWords.test(tight) && !adjustments.test(bare),
    ruling: /的[,，]?得|否则|不得分|扣完为止|得满分|每.{0,12}扣|分值[×*]|[×*]分值|[≥≤<>].{0,24}得\d/.test(
      tight,
    ),
    defining:
      /^(?:反映|用以|主要反映|考核|评价|考察|指|衡量|体现)|用以反映|是指/.test(tight) && tight.length >= 4,
    measured:
      short &&
      (/^(?:[≥≤><=＝]|大于|小于|不少于|不低于|不超过|不高于|不大于|不小于|达到|超过|控制在|约)/.test(tight) ||
        (/^\d/.test(bare) && bare.length <= 20) ||
        (/\d/.test(tight) &&
          /(?:以上|以下|以内|之前|前完成|前|底|年|月|日|%)$/.test(tight) &&
          tight.length <= 16)),
    qualitative: tight.length <= 16 && (qualitativeWords.test(tight) || qualitativeEndings.test(tight)),
    grouping: short && (groupWords.test(bare) || adjustments.test(bare)),
    unit: tight === '百分比' || (tight.length <= 3 && wholeUnit.test(tight)),
    length: tight.length,
    sentence: /[。；;]/.test(tight) || tight.length > 60,
  };
}
