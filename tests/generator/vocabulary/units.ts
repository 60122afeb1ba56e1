import type { Random } from '../random.ts';

const places =
  `河北省宁安市 河北省沧平县 山西省汾原县 山西省榆泉区 内蒙古自治区锡河旗 辽宁省抚岭市 吉林省松桦县 黑龙江省嫩安市
江苏省泗淮市 江苏省吴泽区 浙江省临溪市 浙江省越溪县 安徽省皖池市 安徽省淮桥县 福建省闽宁县 江西省赣昌县 山东省莱平市 山东省沂河区
河南省洛宁市 河南省汝泉县 湖北省荆门湖区 湖北省随水市 湖南省湘潭溪县 湖南省沅陵江市 广东省茂东市 广东省韶源县 广州市云岭区 广州市榕江区
广州市江湾区 广西壮族自治区桂宁县 海南省琼安县 重庆市渝山区 重庆市巴溪县 四川省宁川县 四川省达溪市 四川省蓉江区 贵州省黔安县 云南省滇宁县
云南省丽川市 云南省怒溪州 西藏自治区藏南县 陕西省渭泉市 陕西省延川区 甘肃省陇安县 青海省湟宁县 宁夏回族自治区固宁区 新疆维吾尔自治区库宁市
天津市津河区 北京市京顺区 上海市沪江区`.split(/\s+/);

const offices =
  `财政局 教育局 农业农村局 水务局 交通运输局 卫生健康局 民政局 住房和城乡建设局 文化和旅游局 应急管理局 市场监督管理局 生态环境局
自然资源局 人力资源和社会保障局 退役军人事务局 医疗保障局 统计局 审计局 林业局 城市管理局 政务服务和数据管理局 乡村振兴局 科学技术局 工业和信息化局
司法局 公安局 体育局 气象局 档案馆 残疾人联合会 妇女联合会 总工会 人民政府办公室`.split(/\s+/);

const subordinates =
  `综合行政执法大队 农业技术推广中心 疾病预防控制中心 公路管理站 实验小学 第二中学 中医医院 图书馆 博物馆 社会福利院 水利工程管理站 城乡环境卫生所
不动产登记中心 就业服务中心 融媒体中心 文化馆 动物疫病预防控制中心 国有林场 食品药品检验所 青少年活动中心`.split(
    /\s+/,
  );

/** A reporting unit and the department above it; both are invented. */
export function makeUnit(random: Random): { readonly unit: string; readonly department: string } {
  const place = random.pick(places);
  const department = `${place}${random.pick(offices)}`;
  return random.chance(0.4)
    ? { unit: `${place}${random.pick(subordinates)}`, department }
    : { unit: department, department };
}
