/** The page's own style sheet: no network, no fonts to load. Text contrast is at least 4.5:1 in both schemes. */
export const styleSheet = `
:root{color-scheme:light dark;--paper:#fff;--wash:#f5f6f4;--ink:#1c2126;--soft:#555f69;--line:#d9dcd8;--strong:#9aa29f;
--good:#17624c;--bad:#a32a20;--doubt:#7d5200;--good-wash:#e9f3ef;--bad-wash:#fbeeec;--doubt-wash:#faf2df;
--link:#1f4f82;--g0:#2f5f8f;--g1:#c08a2e;--g2:#3f7f73;--g3:#7b5a94;--g4:#8d6552;--g5:#66717d}
@media (prefers-color-scheme:dark){:root{--paper:#14181b;--wash:#1c2125;--ink:#e6e8e6;--soft:#a6afb5;--line:#343b40;--strong:#66717a;
--good:#83d0b4;--bad:#ff9f94;--doubt:#e9be68;--good-wash:#17302a;--bad-wash:#3a201d;--doubt-wash:#352a14;
--link:#8fbdf0;--g0:#6ea3d8;--g1:#dcab55;--g2:#6fb5a6;--g3:#b396cf;--g4:#c59b86;--g5:#98a4b0}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.7 system-ui,-apple-system,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
main,header.top,footer{max-width:1160px;margin:0 auto;padding:0 28px}
header.top{padding-top:44px}
h1{font-size:30px;line-height:1.3;margin:0 0 10px;letter-spacing:.01em}
h2{font-size:21px;line-height:1.4;margin:52px 0 14px}
h3{font-size:19px;line-height:1.45;margin:0 0 4px}
h4{font-size:16px;margin:26px 0 8px}
p{margin:0 0 10px}
a{color:var(--link);text-underline-offset:3px}
.lead{font-size:18px;max-width:44em}
.soft,.caution{color:var(--soft)}
.caution{max-width:52em;font-size:15px}
.stop{border-left:4px solid var(--bad);padding:6px 14px;background:var(--bad-wash)}
.counts{display:flex;flex-wrap:wrap;gap:14px 40px;margin:26px 0 0;padding:18px 0;border-top:2px solid var(--ink);border-bottom:1px solid var(--line);list-style:none}
.counts li{min-width:5em}
.counts b{display:block;font-size:27px;line-height:1.2;font-weight:600}
.counts span{font-size:14px;color:var(--soft)}
.good{color:var(--good)}.bad{color:var(--bad)}.doubt{color:var(--doubt)}
.sign{display:inline-block;width:1.3em;font-weight:700}
.nowrap{white-space:nowrap}
table{border-collapse:collapse;width:100%;font-size:14.5px;line-height:1.6}
th,td{padding:8px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{font-weight:600;color:var(--soft);border-bottom:2px solid var(--strong);white-space:nowrap;vertical-align:bottom}
th.n,td.n{text-align:right;white-space:nowrap}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
.scroll{overflow-x:auto}
.codes{margin-top:22px}
.codes td,.codes th{padding-top:4px;padding-bottom:4px}
article{margin-top:64px;border-top:2px solid var(--ink);padding-top:18px}
article>h2{margin:0 0 2px}
.file{font-size:14px;color:var(--soft);margin-bottom:22px}
section.assessment{margin:0 0 48px}
section.assessment+section.assessment{border-top:1px solid var(--strong);padding-top:26px}
.facts{display:flex;flex-wrap:wrap;gap:2px 26px;margin:0 0 18px;font-size:14.5px}
.facts div{display:flex;gap:.6em}
.facts dt{color:var(--soft)}
.facts dd{margin:0}
.verdict{padding:14px 18px;border-left:5px solid var(--strong);background:var(--wash);margin:0 0 18px}
.verdict p{margin:0}
.verdict .big{font-size:18px;font-weight:600}
.verdict.is-good{border-color:var(--good);background:var(--good-wash)}
.verdict.is-bad{border-color:var(--bad);background:var(--bad-wash)}
.verdict.is-doubt{border-color:var(--doubt);background:var(--doubt-wash)}
figure{margin:0 0 22px}
figure svg{display:block;width:100%;height:auto;overflow:visible}
figure text{fill:var(--ink);font-size:14px}
.legend{display:flex;flex-wrap:wrap;gap:4px 24px;list-style:none;margin:6px 0 0;padding:0;font-size:14px}
.swatch{display:inline-block;width:12px;height:12px;margin-right:7px;vertical-align:-1px;border:1px solid var(--ink)}
.swatch.plain{border:0}.g0{background:var(--g0)}.g1{background:var(--g1)}.g2{background:var(--g2)}.g3{background:var(--g3)}.g4{background:var(--g4)}.g5{background:var(--g5)}
.swatch.hatch{background:repeating-linear-gradient(45deg,var(--ink) 0 1.5px,transparent 1.5px 4px)}
ul.findings{list-style:none;margin:0 0 18px;padding:0}
ul.findings li{padding:9px 0 9px 14px;border-left:4px solid var(--strong);margin-bottom:8px}
ul.findings li.error{border-color:var(--bad)}ul.findings li.warning{border-color:var(--doubt)}
ul.findings p{margin:0}
ul.findings .decision{margin-top:4px;padding-top:4px;border-top:1px dotted var(--strong)}
ul.findings .comment{white-space:pre-line;padding-left:1em}
ul.findings .recognised ul{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;padding:0;margin:2px 0}
ul.findings .recognised li{padding:0;border:0;margin:0}
ul.findings .recognised img{max-height:34px;max-width:220px;vertical-align:middle;border:1px solid var(--line)}
.meta{font-size:13.5px;color:var(--soft)}
code{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
table.rows th.name{width:25%}table.rows th.why{width:25%}table.rows th.text{width:26%}
tr.level th{background:var(--wash);font-weight:600;padding-left:10px}
tr.level .n{font-weight:600}
tr.row td:first-child{padding-left:10px}
tr.has-finding td{border-bottom:0}
tr.beside td{padding:0 0 12px 10px}
tr.beside ul.findings{margin:0}
tr.beside ul.findings li{margin:4px 0 0;padding:4px 0 4px 12px}
details{margin-top:4px}
summary{cursor:pointer;color:var(--link);font-size:13.5px}
details dl{margin:8px 0 4px;font-size:13.5px;line-height:1.65}
details dt{color:var(--soft);margin-top:6px}
details dd{margin:0;white-space:pre-line}
.repair{font-size:13.5px;color:var(--doubt)}
.notes{margin:0;padding-left:1.2em;font-size:14.5px}
pre{max-height:420px;overflow:auto;background:var(--wash);padding:14px;font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;white-space:pre-wrap}
footer{margin-top:72px;padding-top:16px;padding-bottom:44px;color:var(--soft);font-size:14px}
@media (max-width:720px){main,header.top,footer{padding-left:16px;padding-right:16px}h1{font-size:25px}.lead{font-size:16.5px}figure text{font-size:27px}}
@media print{@page{size:A4;margin:15mm 13mm 16mm}
:root{--paper:#fff;--wash:#f3f4f2;--ink:#000;--soft:#444;--line:#ccc;--strong:#888;--good:#0f4d3b;--bad:#8c1f17;--doubt:#634000;--good-wash:#f3f4f2;--bad-wash:#f3f4f2;--doubt-wash:#f3f4f2;--link:#000;--g0:#2f5f8f;--g1:#c08a2e;--g2:#3f7f73;--g3:#7b5a94;--g4:#8d6552;--g5:#66717d}
body{font-size:10.5pt;line-height:1.55}table{font-size:9.5pt}.meta,.file,summary,details dl,.repair{font-size:9pt}
main,header.top,footer{max-width:none;padding:0}header.top{padding-top:0}h1{font-size:20pt}
article{break-before:page;margin-top:0}thead{display:table-header-group}
figure text{font-size:21px}tr,ul.findings li,.verdict,figure,.facts{break-inside:avoid}tr.has-finding,tr.level,h2,h3,h4{break-after:avoid}
.scroll{overflow:visible}details.data,.back{display:none}details:not([open]){display:none}a{text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;
