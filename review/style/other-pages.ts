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
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:10px;list-style:none;margin:0 0 20px;padding:0}
.tiles li{border:1px solid var(--line);border-radius:6px;padding:10px 14px;background:var(--raised)}
.tiles b{display:block;font-size:25px;line-height:1.25;font-weight:600}
.tiles span{font-size:13px;color:var(--soft)}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(460px,1fr));gap:16px}
.plots figure{border:1px solid var(--line);border-radius:6px;padding:12px 14px;margin:0;background:var(--raised)}
.plots figcaption{font-weight:600;margin-bottom:6px}
.plots img{width:100%;height:auto;display:block}
.plots details{margin-top:6px;font-size:13.5px}.plots summary{cursor:pointer;color:var(--accent)}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(420px,1fr));gap:16px}
.sign-in{max-width:380px;margin:9vh auto 0}
.sign-in h1{margin-bottom:14px}
.secret{font:15px/1.5 ui-monospace,Menlo,Consolas,monospace;background:var(--wash);padding:8px 12px;border:1px solid var(--line);border-radius:4px;user-select:all;display:block;margin:6px 0 12px}
`;
