/**
 * Units as forms print them. A unit is data: whoever meets a new one adds it here. `counted` are measure words, which may
 * carry a short noun behind them (`个项目`, `名学生`).
 */
const counted = words(`
  个 项 次 人 户 家 份 篇 场 期 台 套 辆 件 宗 起 例 笔 批 类 种 名 位 条 处 座 所 间 栋 幢 口 眼 棵 株 头 只 匹 羽 尾 本 册 张 部 片 块 段
  层 级 轮 届 班 节 课 门 支 队 组 村 镇 乡 县 区 市 省 盏 杆 根 艘 架 盒 瓶 箱 袋 桶 双 副 枚 面 卷 幅 首 集 则 道 题 词 字 页 点 格 床 席 顶
  把 盘 环 遍 回 趟 批次 人次 人数 户次 车次 班次 架次 件次 场次 户数 家次 台次 台套 台件 轮次 街道 社区 单位 企业 学校 医院 标段 学时 课时
  工时 剂次 课次 人天 人日 机位 床位 车位 岗位 周次`);
const plain = words(`
  % ‰ 百分比 百分点 个百分点 分 元 角 毫 厘 倍 成 折 度 年 月 日 天 周 季度 季 旬 小时 时 分钟 秒 工作日 个工作日 个月 个年度 年度 日历天
  米 延米 公里 千米 里 毫米 厘米 分米 平方米 平方公里 平方千米 平方 立方米 立方 方 亩 公顷 吨 吨标准煤 公斤 千克 斤 克 毫克 升 毫升 度电
  千瓦 千瓦时 兆瓦 摄氏度 分贝 美元 港元 港币 欧元 日元 人民币元 km k㎡ km2 km² m m2 m² m3 m³ ㎡ ㎥ ㎞ ㎏ ㎎ ㎜ ㎝ cm mm kg mg g t L ml
  mL kW kWh MW MWh kV V Hz MHz GHz dB ℃ °C mg/L mg/m³ μg/m³ KB MB GB TB Mbps`);
const scales = words('十 百 千 万 十万 百万 千万 亿 十亿 百亿 千亿 万亿');

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

/** The longest word is tried first. */
function oneOf(units: readonly string[]): string {
  return `(?:${[...units].sort((left, right) => right.length - left.length).join('|')})`;
}

const countedUnit = oneOf(counted);
const anyUnit = oneOf([...counted, ...plain]);
const scale = oneOf(scales);

/** `元`, `万元`, `个百分点`, `次/月`, `元/人·年`, `万`: the source of a pattern for one unit. */
export const unitPattern = `(?:${scale}?${anyUnit}|${scale})(?:[/·每]${scale}?${anyUnit})*(?![A-Za-z])`;

/** Words that make a bound or an estimate of what they follow, so that no noun holds them. */
const notInNouns = '以之内外上下左右前后起止不未无得扣超约余多至到及或和与且为是已达完成的每';

const noun = new RegExp(`^${scale}?${countedUnit}([\\p{Script=Han}]{1,4})$`, 'u');
const wholeUnit = new RegExp(`^(?:${unitPattern})$`, 'u');

/** Whether the text is a unit and nothing else; `个以内` and `月底前完成` are none. */
export function isUnit(text: string): boolean {
  if (wholeUnit.test(text)) return true;
  const match = noun.exec(text);
  return match !== null && ![...(match[1] ?? '')].some((character) => notInNouns.includes(character));
}
