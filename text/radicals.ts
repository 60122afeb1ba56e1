/**
 * The unified ideographs that stand for U+2E80, U+2E81, … U+2EF3 and U+2F00, … U+2FD5, in that order: Unicode's
 * EquivalentUnifiedIdeograph property (UAX #38, file EquivalentUnifiedIdeograph.txt, unchanged from version 14 to 17).
 * U+2E80 has none and U+2E9A is not assigned; they stand for themselves.
 */
const supplement = [
  ...('⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂' +
    '肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'),
];
const kangxi = [
  ...('一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴' +
    '廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿' +
    '目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵' +
    '邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠'),
];

const radical = /[\u2e80-\u2ef3\u2f00-\u2fd5]/;
const radicals = new RegExp(radical, 'g');

/**
 * Gives back the ideographs (目, 风) where a file carries the radicals that look the same (⽬ U+2F6C, ⻛ U+2EDB), as PDFs
 * made by browsers do. Everything else stays, `①` and full-width signs too.
 */
export function foldRadicals(text: string): string {
  return radical.test(text) ? text.replace(radicals, unifiedIdeograph) : text;
}

function unifiedIdeograph(character: string): string {
  const code = character.charCodeAt(0);
  return (code < 0x2f00 ? supplement[code - 0x2e80] : kangxi[code - 0x2f00]) ?? character;
}
