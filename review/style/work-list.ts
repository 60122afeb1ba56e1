/** Facets beside the list of findings. */
export const workList = `
.work{display:grid;grid-template-columns:228px minmax(0,1fr);gap:24px;align-items:start}
.facets{position:sticky;top:64px;max-height:calc(100vh - 80px);overflow-y:auto;padding-right:8px;font-size:14px}
.facets section{margin:0 0 14px}
.facets h2{font-size:13px;color:var(--soft);margin:0 0 3px;font-weight:600}
.facets ul{list-style:none;margin:0;padding:0}
.facets li a{display:flex;justify-content:space-between;gap:8px;padding:2px 8px;border-radius:4px;color:var(--ink);text-decoration:none}
.facets li a:hover{background:var(--wash)}
.facets li a[aria-current=true]{background:var(--accent-wash);color:var(--accent);font-weight:600}
.facets li a span:last-child{color:var(--soft);font-weight:400}
.facets li a .text{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.search{display:flex;flex-wrap:wrap;gap:8px;margin-bottom:12px}
.search input[type=search]{flex:1;min-width:220px}
.views{display:flex;flex-wrap:wrap;gap:6px;margin:0 0 12px;padding:0;list-style:none}
.views li{display:flex}
.views a{padding:2px 12px;border:1px solid var(--line);border-radius:14px;text-decoration:none;color:var(--ink);font-size:14px}
.views a[aria-current=true]{border-color:var(--accent);background:var(--accent-wash);color:var(--accent)}
.chosen{display:flex;flex-wrap:wrap;gap:6px;margin:0 0 10px}
.chosen a{font-size:13px;border-radius:12px;background:var(--wash);padding:1px 10px;text-decoration:none;color:var(--ink)}
table.list{table-layout:fixed}
table.list td{padding:7px 8px;border-bottom:1px solid var(--line)}
table.list th{padding:6px 8px}
table.list .c-check{width:34px}table.list .c-severity{width:74px}table.list .c-what{width:35%}table.list .c-figures{width:13%}table.list .c-state{width:104px}table.list .c-who{width:78px}
table.list tbody tr{scroll-margin:90px}
table.list tbody tr:hover{background:var(--wash)}
table.list tbody tr.is-current{background:var(--accent-wash);box-shadow:inset 3px 0 0 var(--accent)}
table.list td.what a{color:var(--ink);text-decoration:none;font-weight:600}
table.list td.what a:hover{text-decoration:underline}
table.list .clip{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.bulk{position:sticky;bottom:0;background:var(--raised);border:1px solid var(--strong);border-radius:6px;padding:8px 12px;margin-top:10px;display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;box-shadow:0 -4px 18px rgb(0 0 0 / .1)}
.pager{display:flex;gap:10px;align-items:center;justify-content:space-between;margin-top:12px}
@media (max-width:900px){.work{grid-template-columns:1fr}.facets{position:static;max-height:none}}
`;
