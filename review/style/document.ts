/** The source beside the record, each scrolling by itself. */
export const documentStyle = `
body.document{height:100vh;display:flex;flex-direction:column;overflow:hidden}
body.document main{flex:1;min-height:0;max-width:none;margin:0;padding:0;display:flex;flex-direction:column;width:100%}
body.document footer.site{display:none}
.dochead{display:flex;gap:4px 18px;align-items:center;flex-wrap:wrap;padding:8px 20px;border-bottom:1px solid var(--line)}
.dochead h1{font-size:17px;min-width:0;max-width:52em;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.dochead .aside{margin-left:auto;display:flex;gap:6px;align-items:center}
.panes{flex:1;min-height:0;display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.pane{min-height:0;overflow:auto;position:relative}
.pane.source{border-right:1px solid var(--line);background:var(--wash);display:flex;flex-direction:column;overflow:hidden}
.pane.record{padding:14px 20px 60px;scroll-padding:90px}
.bar{display:flex;flex-wrap:wrap;gap:6px;align-items:center;padding:6px 12px;border-bottom:1px solid var(--line);background:var(--paper);font-size:14px}
.bar .aside{margin-left:auto;display:flex;gap:4px;align-items:center}
.view{flex:1;min-height:0;overflow:auto}
.pdf{display:grid;grid-template-columns:92px minmax(0,1fr);min-height:0;overflow:hidden}
.pdf.is-single{grid-template-columns:minmax(0,1fr)}.pdf.is-single .strip{display:none}
.strip{overflow-y:auto;padding:8px;border-right:1px solid var(--line);display:flex;flex-direction:column;gap:8px}
.strip button{flex:none;flex-direction:column;padding:3px;gap:2px;font-size:12px;width:74px}
.strip button[aria-current=true]{border-color:var(--accent);box-shadow:0 0 0 1px var(--accent)}
.strip canvas,.strip img{width:66px;background:#fff;display:block}
.sheets{overflow:auto;padding:14px;scroll-padding:60px}
.sheet{position:relative;background:#fff;margin:0 auto 14px;box-shadow:0 1px 5px rgb(0 0 0 / .22)}
.sheet canvas,.sheet img{display:block;width:100%;height:100%}
.boxes{position:absolute;inset:0}
.box{position:absolute;padding:0;border:1.5px solid transparent;border-radius:1px;background:none;cursor:pointer;display:block}
.box.line{pointer-events:none}
.box.has-finding{border-color:#b5730a;border-style:dashed}
.box:hover{background:rgb(31 79 130 / .14)}
.box.line.is-current{background:rgb(240 180 40 / .16)}
.box.cell.is-current{border-color:#b5730a;background:rgb(240 180 40 / .3)}
.box.is-field{border:2.5px solid #a32a20;background:rgb(240 180 40 / .42)}
.grids{padding:14px;overflow:auto;scroll-padding:60px}
.grids .prose{margin:0 0 8px;white-space:pre-line;max-width:60em}
.grids .where{font-size:13px;color:var(--soft);margin:14px 0 4px}
table.grid{width:max-content;min-width:100%;background:var(--paper);font-size:13px;line-height:1.45;margin-bottom:16px}
table.grid td{border:1px solid var(--line);padding:3px 6px;white-space:pre-line;min-width:2.4em;max-width:17em}
table.grid th{border:1px solid var(--line);background:var(--wash);color:var(--soft);font-weight:400;font-size:12px;text-align:center;padding:1px 4px}
table.grid td[data-row]{cursor:pointer}
table.grid tr.is-current td{background:var(--mark-wash)}
table.grid td.is-current{background:var(--mark-wash);box-shadow:inset 0 0 0 1.5px var(--mark)}
table.grid td.has-finding{box-shadow:inset 0 -2px 0 var(--mark)}
table.grid td.is-field{box-shadow:inset 0 0 0 2.5px var(--bad)}
table.grid td.is-doubtful{text-decoration:underline wavy var(--doubt)}
.facts{display:flex;flex-wrap:wrap;gap:0 20px;margin:0 0 10px;font-size:14px}
.facts div{display:flex;gap:.5em}.facts dt{color:var(--soft)}.facts dd{margin:0}
.verdict{padding:9px 14px;border-left:5px solid var(--strong);background:var(--wash);margin:0 0 12px}
.verdict p{margin:0}.verdict .big{font-size:16px;font-weight:600}
.verdict.is-good{border-color:var(--good);background:var(--good-wash)}.verdict.is-bad{border-color:var(--bad);background:var(--bad-wash)}.verdict.is-doubt{border-color:var(--doubt);background:var(--doubt-wash)}
.record figure{margin:0 0 14px}
.record figure svg{display:block;width:100%;height:auto;overflow:visible}
.record figure text{fill:var(--ink);font-size:19px}
.record figure rect[data-row]{cursor:pointer}
.record figure rect.is-current{stroke:var(--ink);stroke-width:3}
.legend{display:flex;flex-wrap:wrap;gap:2px 18px;list-style:none;margin:4px 0 0;padding:0;font-size:13px}
.swatch{display:inline-block;width:11px;height:11px;margin-right:6px;vertical-align:-1px;border:1px solid var(--ink)}
.swatch.plain{border:0}
.swatch.g0{background:var(--g0)}.swatch.g1{background:var(--g1)}.swatch.g2{background:var(--g2)}.swatch.g3{background:var(--g3)}.swatch.g4{background:var(--g4)}.swatch.g5{background:var(--g5)}
.swatch.hatch{background:repeating-linear-gradient(45deg,var(--ink) 0 1.5px,transparent 1.5px 4px)}
.assessment{margin-bottom:34px}
.assessment>h2{margin-bottom:6px}
.cards{list-style:none;margin:0 0 18px;padding:0}
.card{border:1px solid var(--line);border-left:5px solid var(--strong);border-radius:4px;padding:9px 12px;margin:0 0 8px;background:var(--raised);scroll-margin:14px}
.card.error{border-left-color:var(--bad)}.card.warning{border-left-color:var(--doubt)}
.card.is-current{box-shadow:0 0 0 2px var(--accent)}
.card .title{display:flex;flex-wrap:wrap;gap:2px 10px;align-items:baseline;margin:0}
.card .title .tag{margin-left:auto}
.card p{margin:2px 0}
.card .figures{font-size:17px}
.card .figures b{font-weight:600}
.card .actions{display:flex;flex-wrap:wrap;gap:6px;margin-top:7px;align-items:center}
.card details{flex-basis:100%}
.card .actions>details{flex-basis:auto}
.card .actions>details[open]{order:9;flex-basis:100%}
.card summary{cursor:pointer;color:var(--accent);font-size:14px}
.card summary.button{color:var(--ink);font-size:inherit}
.card .recognised ul{margin:2px 0 6px;padding-left:1.3em;font-size:13.5px}
.card fieldset{border:0;padding:0;margin:6px 0;display:flex;flex-wrap:wrap;gap:4px 14px}
.card .talk{list-style:none;margin:6px 0 0;padding:0;font-size:13.5px;border-top:1px solid var(--line)}
.card .talk li{padding:4px 0 0}
table.rows th.name{width:auto}table.rows{table-layout:fixed}
table.rows col.points{width:60px}table.rows col.score{width:82px}table.rows col.again{width:96px}table.rows col.why{width:118px}
table.rows td,table.rows th{padding:5px 8px}
table.rows td.n{white-space:normal}
tr.level th{background:var(--wash);font-weight:600;border-bottom:1px solid var(--line);font-size:13.5px}
tr.row{cursor:pointer;scroll-margin:60px}
tr.row:hover{background:var(--wash)}
tr.row.is-current{background:var(--mark-wash);box-shadow:inset 3px 0 0 var(--mark)}
tr.row td:first-child{padding-left:12px}
.more{border:0;background:none;padding:0;text-align:left;font:inherit;color:inherit;display:inline}
.more::before{content:"▸ ";color:var(--soft)}.more[aria-expanded=true]::before{content:"▾ "}
tr.detail td{padding:4px 12px 12px 26px;background:var(--wash)}
.beside{display:grid;grid-template-columns:1fr 1fr;gap:6px 18px}
.beside h4,.detail h4{font-size:13px;margin:8px 0 2px;color:var(--soft);font-weight:600}
.beside p,.detail p{margin:0;white-space:pre-line;font-size:13.5px}
.value{border-bottom:1px dashed var(--strong);color:inherit;text-decoration:none}
.value:hover{border-bottom-color:var(--accent);color:var(--accent)}
.value.is-corrected{background:var(--accent-wash);border-bottom:2px solid var(--accent)}
del{color:var(--soft)}
.corrections{font-size:14px;margin:0 0 14px}
@media (max-width:1000px){body.document{height:auto;overflow:visible;display:block}.panes{grid-template-columns:1fr}.pane.source{height:60vh}}
`;
