/** Upload, overview, operation, accounts, and the pages of one form. */
export const otherPages = `
table+.panel{margin-top:18px}
.drop{border:2px dashed var(--strong);border-radius:8px;padding:34px 20px;text-align:center;margin:0 0 18px;background:var(--wash)}
.drop.is-over,.dropping .drop{border-color:var(--accent);background:var(--accent-wash)}
.dropping::after{content:attr(data-drop);position:fixed;inset:0;display:grid;place-items:center;background:color-mix(in srgb,var(--paper) 82%,transparent);border:4px dashed var(--accent);font-size:22px;z-index:50;pointer-events:none}
.drop .button{margin:6px 4px 0}
.steps{display:flex;list-style:none;margin:0;padding:0;gap:2px}
.steps li{flex:1;height:7px;background:var(--line);border-radius:2px}
.steps li.is-done{background:var(--good)}.steps li.is-now{background:var(--accent)}.steps li.is-failed{background:var(--bad)}
table.uploads .c-name{width:36%}table.uploads .c-steps{width:20%}
meter,progress{width:100%;height:9px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:10px;list-style:none;margin:0 0 18px;padding:0}
.tiles li>*{display:block;height:100%;border:1px solid var(--line);border-radius:6px;padding:10px 14px;background:var(--raised);color:var(--ink);text-decoration:none}
.tiles li>a:hover{border-color:var(--accent)}
.tiles b{display:block;font-size:25px;line-height:1.25;font-weight:600}
.tiles span{font-size:13px;color:var(--soft)}
.tiles a span{text-decoration:underline;text-underline-offset:3px;text-decoration-color:var(--line)}
.plots{columns:540px;column-gap:16px}
.plots+.meta{margin:10px 0 16px}
.plots.single{columns:auto;max-width:760px}
.plots figure{break-inside:avoid;border:1px solid var(--line);border-radius:6px;padding:12px 16px;margin:0 0 16px;background:var(--raised)}
.plots figcaption{font-weight:600;margin-bottom:8px}.plots figcaption .meta{font-weight:400}
.plots svg{display:block;width:100%;height:auto}
.plots details{margin-top:8px;font-size:13.5px}.plots summary{cursor:pointer;color:var(--accent)}
.plots details .scroll{max-height:320px;overflow-y:auto}
.only-dark{display:none}
@media (prefers-color-scheme:dark){.only-light{display:none}.only-dark{display:block}}
.ways{list-style:none;margin:0 0 10px;padding:0}
.ways li{padding:4px 0;border-bottom:1px solid var(--line)}
table.versions th[scope=row]{font-weight:400}
table.versions tr.is-changed th,table.versions tr.is-changed td{background:var(--mark-wash)}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(420px,1fr));gap:16px}
.sign-in{max-width:380px;margin:9vh auto 0}
.sign-in h1{margin-bottom:14px}
.secret{font:15px/1.5 ui-monospace,Menlo,Consolas,monospace;background:var(--wash);padding:8px 12px;border:1px solid var(--line);border-radius:4px;user-select:all;display:block;margin:6px 0 12px}
`;
