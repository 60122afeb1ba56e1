/** Type, links, forms, tables and the frame of every page. */
export const base = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.6 system-ui,-apple-system,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1{font-size:22px;line-height:1.35;margin:0;font-weight:600}
h2{font-size:17px;line-height:1.4;margin:0 0 10px;font-weight:600}
h3{font-size:15px;line-height:1.5;margin:0 0 6px;font-weight:600}
p{margin:0 0 8px}
a{color:var(--accent);text-underline-offset:3px}
code,.mono{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-9999px}
.skip:focus{left:12px;top:8px;z-index:30;background:var(--paper);padding:6px 12px;border:1px solid var(--accent)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
[hidden]{display:none!important}
.soft{color:var(--soft)}.good{color:var(--good)}.bad{color:var(--bad)}.doubt{color:var(--doubt)}
.meta{font-size:13px;color:var(--soft)}
.nowrap{white-space:nowrap}
.sign{display:inline-block;width:1.25em;font-weight:700}
.n{text-align:right;white-space:nowrap}
header.site{display:flex;align-items:center;gap:4px 22px;flex-wrap:wrap;padding:0 20px;min-height:48px;border-bottom:1px solid var(--line);background:var(--paper);position:sticky;top:0;z-index:20}
header.site .name{font-weight:700;font-size:17px;letter-spacing:.06em;color:var(--ink);text-decoration:none}
header.site nav{flex:1}
header.site nav ul{display:flex;flex-wrap:wrap;gap:2px;list-style:none;margin:0;padding:0}
header.site nav a{display:block;padding:12px 11px 9px;border-bottom:3px solid transparent;color:var(--soft);text-decoration:none}
header.site nav a:hover{color:var(--ink)}
header.site nav a[aria-current=page]{color:var(--ink);border-bottom-color:var(--accent);font-weight:600}
header.site .tools{display:flex;align-items:center;gap:6px;font-size:14px}
main{padding:20px;max-width:1840px;margin:0 auto}
main.narrow{max-width:860px}
.head{display:flex;align-items:baseline;gap:6px 18px;flex-wrap:wrap;margin-bottom:16px}
.head .aside{margin-left:auto;display:flex;gap:8px;align-items:center}
form{margin:0}
button,.button,select,input,textarea{font:inherit;color:inherit}
button,.button{display:inline-flex;align-items:center;gap:6px;padding:4px 12px;border:1px solid var(--strong);border-radius:4px;background:var(--raised);cursor:pointer;text-decoration:none;color:var(--ink);line-height:1.5}
button:hover,.button:hover{border-color:var(--ink)}
button.main,.button.main{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
button.plain{border-color:transparent;background:none;padding:4px 8px;color:var(--soft)}
button.plain:hover{color:var(--ink);border-color:var(--line)}
button[aria-pressed=true]{border-color:var(--accent);background:var(--accent-wash)}
button:disabled{opacity:.5;cursor:default}
input:not([type=checkbox]):not([type=radio]):not([type=file]),select,textarea{padding:4px 8px;border:1px solid var(--strong);border-radius:4px;background:var(--paper);max-width:100%}
textarea{width:100%;min-height:3.4em}
label.field{display:block;margin:0 0 10px}
label.field>span{display:block;font-size:13px;color:var(--soft);margin-bottom:2px}
label.field input:not([type=checkbox]),label.field select{width:100%}
kbd{font:12px/1.4 ui-monospace,Menlo,Consolas,monospace;border:1px solid var(--line);border-bottom-width:2px;border-radius:3px;padding:0 5px;background:var(--wash);color:var(--soft)}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.5}
th,td{padding:6px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{font-weight:600;color:var(--soft);border-bottom:1px solid var(--strong);white-space:nowrap;vertical-align:bottom;font-size:13px}
th.n,td.n{text-align:right;white-space:nowrap}
.scroll{overflow-x:auto}
.panel{border:1px solid var(--line);border-radius:6px;padding:14px 16px;margin:0 0 16px;background:var(--raised)}
.note{border-left:4px solid var(--strong);padding:8px 14px;background:var(--wash);margin:0 0 14px}
.note.is-bad{border-color:var(--bad);background:var(--bad-wash)}.note.is-good{border-color:var(--good);background:var(--good-wash)}.note.is-doubt{border-color:var(--doubt);background:var(--doubt-wash)}
.empty{padding:44px 20px;text-align:center;color:var(--soft)}
.empty b{display:block;color:var(--ink);font-size:17px;margin-bottom:4px}
.tag{display:inline-block;border:1px solid var(--line);border-radius:10px;padding:0 8px;font-size:12.5px;line-height:1.6;color:var(--soft);white-space:nowrap}
.tag.good{border-color:var(--good);color:var(--good)}.tag.bad{border-color:var(--bad);color:var(--bad)}.tag.doubt{border-color:var(--doubt);color:var(--doubt)}
.row-of{display:flex;flex-wrap:wrap;gap:6px 10px;align-items:center}
form.row-of:has(>.field){align-items:flex-end}form.row-of>.field{margin:0}
details.menu{position:relative}
details.menu>summary{list-style:none}details.menu>summary::-webkit-details-marker{display:none}
details.menu>div{position:absolute;right:0;top:calc(100% + 4px);z-index:15;width:max-content;max-width:min(320px,80vw);background:var(--raised);border:1px solid var(--strong);border-radius:6px;padding:10px 14px;box-shadow:0 8px 24px rgb(0 0 0 / .18)}
details.menu ul{list-style:none;margin:0;padding:0}
details.menu li a{display:block;padding:4px 0}
dialog{border:1px solid var(--strong);border-radius:8px;background:var(--paper);color:var(--ink);padding:20px 22px;max-width:min(620px,92vw);width:100%;box-shadow:0 12px 40px rgb(0 0 0 / .25)}
dialog::backdrop{background:rgb(10 14 18 / .45)}
dialog.keys dl{display:grid;grid-template-columns:auto 1fr;gap:5px 16px;margin:0}
dialog.keys dd{margin:0}
.toast{position:fixed;bottom:20px;left:50%;transform:translateX(-50%);background:var(--ink);color:var(--paper);padding:8px 18px;border-radius:6px;z-index:40;max-width:80vw}
.toast:empty{display:none}
footer.site{padding:18px 20px 30px;color:var(--soft);font-size:13px;max-width:1840px;margin:0 auto}
@media print{header.site,footer.site,.tools,button{display:none}}
`;
