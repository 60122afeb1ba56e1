import type { ColumnRole } from '../model/column-role.ts';
import { impossible } from './align-cells.ts';
import type { CellTraits } from './cell-traits.ts';

/** How unlikely it is that a cell of these traits holds a value of this role: 0 fits, `impossible` never. */
export function typeCost(role: ColumnRole, traits: CellTraits, leaf: ColumnRole): number {
  switch (role) {
    case 'points':
    case 'level1Points':
    case 'level2Points':
    case 'level3Points':
      // Weights are printed as shares of the whole too.
      return traits.quantity?.unit === '%' ? 0.2 : scoreCost(traits);
    case 'selfScore':
    case 'reviewScore':
    case 'deduction':
      return scoreCost(traits);
    case 'ordinal':
      return /^[(（]?\d{1,3}[)）.、]?$/.test(traits.folded) ? 0.1 : 3;
    case 'level1':
    case 'level2':
    case 'level3':
    case 'level4':
      return role === leaf ? leafCost(traits) : groupCost(traits) + levelCost(role, traits, leaf);
    case 'definition':
      return definitionCost(traits);
    case 'standard':
      if (traits.score) return impossible;
      if (traits.scoring) return 0;
      return traits.length < 8 ? 1.4 : 0.7 + (traits.defining ? 0.8 : 0);
    case 'targetSign':
      return traits.sign ? 0 : 3;
    case 'targetUnit':
      return traits.quantity || traits.length > 8 ? 3 : 0.1;
    case 'completionRate':
      return traits.quantity ? (traits.quantity.unit ? 0 : 0.4) : traits.isMark ? 0.2 : 2;
    case 'target':
    case 'initialTarget':
    case 'actual':
    case 'reviewActual':
      return valueCost(traits);
    case 'evidence':
    case 'reason':
    case 'material':
    case 'remark':
      return proseCost(traits);
    case 'unnamed':
      return traits.score ? 1 : 0.8;
  }
}

function scoreCost(traits: CellTraits): number {
  if (traits.score) return Number(traits.score.value) > 100 ? 2 : 0;
  if (traits.isMark || traits.isWordedScore) return 0.3;
  if (traits.quantity?.unit === '%') return 1.5;
  return impossible;
}

function leafCost(traits: CellTraits): number {
  if (traits.score || traits.isMark) return impossible;
  if (traits.measured || traits.quantity) return 2;
  if (/^[^(（，,。；;得扣]{2,20}[(（].*[)）]$/s.test(traits.folded)) return traits.scoring ? 1.2 : 0;
  if (traits.scoring) return 3;
  if (traits.sentence || (traits.defining && traits.length > 12)) return 3.2;
  if (traits.sign || traits.unit) return 3;
  if (traits.grouping) return alsoIndicators.test(traits.folded) ? 0.4 : 0.8;
  if (traits.qualitative) return 0.6;
  return traits.length <= 30 ? 0 : 0.5;
}

/** Levels in project forms, indicators in department forms. */
const alsoIndicators = /(?:^|[.、])(?:经济|社会|生态|可持续)(?:效益|影响)$/;

function groupCost(traits: CellTraits): number {
  if (traits.score || traits.isMark) return impossible;
  if (traits.sign || traits.unit) return 3;
  if (traits.scoring || traits.sentence || traits.measured) return 3;
  if (traits.grouping) return 0;
  if (traits.qualitative) return 0.9;
  return traits.length <= 12 ? 0.15 : traits.length <= 24 ? 0.4 : 1.5;
}

const firstLevelNames = /^(?:产出|效益|效果|满意度)(?:类?指标)?(?:[(].*[)])?$/;
const secondLevelNames =
  /^(?:产出)?(?:数量|质量|时效|成本)(?:类?指标)?(?:[(].*[)])?$|^(?:经济|社会|生态|环境)效益|^可持续影响/;

/** The national names of levels say which of three levels they are, wherever they have moved. */
function levelCost(
  role: 'level1' | 'level2' | 'level3' | 'level4',
  traits: CellTraits,
  leaf: ColumnRole,
): number {
  if (leaf !== 'level3') return 0;
  if (role === 'level1') return secondLevelNames.test(traits.folded) ? 0.5 : 0;
  return role === 'level2' && firstLevelNames.test(traits.folded) ? 0.5 : 0;
}

function definitionCost(traits: CellTraits): number {
  if (traits.score) return impossible;
  if (traits.defining) return traits.scoring ? 0.3 : 0;
  if (traits.scoring) return 0.9;
  return traits.length < 4 ? 1.4 : 0.25;
}

function valueCost(traits: CellTraits): number {
  if (traits.scoring) return 2;
  if (traits.measured || traits.qualitative || traits.quantity) return 0;
  if (traits.isMark) return 0.1;
  return traits.length <= 24 ? 0.2 : 0.6;
}

function proseCost(traits: CellTraits): number {
  if (traits.score) return 2;
  if (traits.ruling) return 2;
  if (traits.scoring) return 0.5;
  if (traits.defining) return 0.9;
  return traits.measured ? 0.4 : 0.15;
}
