/** The look of the page: light and dark as the reader has it, black on white on paper, one column at any width. */
export const PAGE_STYLE = `:root{color-scheme:light dark;--ink:#16191d;--paper:#fff;--line:#ccd1d6;--bar:#1f4e79;--quiet:#4a525a}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e6e8ea;--paper:#14171a;--line:#3b4249;--bar:#7db1e3;--quiet:#aab2ba}}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:var(--ink);background:var(--paper)}
h1{font-size:1.8rem;line-height:1.2}h2{font-size:1.3rem;margin:2.5rem 0 .5rem;border-top:1px solid var(--line);padding-top:1rem}
p{margin:.5rem 0;max-width:45rem;overflow-wrap:anywhere}p::first-letter{text-transform:uppercase}
.table,figure{overflow-x:auto;margin:1rem 0 1.5rem}
table{border-collapse:collapse;min-width:100%;font-size:.875rem}
caption{text-align:left;font-weight:600;padding-bottom:.3rem}caption::first-letter,th::first-letter{text-transform:uppercase}
th,td{border-bottom:1px solid var(--line);padding:.2rem .6rem .2rem 0;text-align:left;vertical-align:top;white-space:nowrap}
th{color:var(--quiet);font-weight:600;white-space:normal;vertical-align:bottom}
td.long{white-space:normal;overflow-wrap:anywhere;min-width:16rem}
.n{text-align:right;font-variant-numeric:tabular-nums}
svg{display:block;width:100%;min-width:40rem;height:auto}
svg .paper{fill:var(--paper)}svg .words{fill:var(--ink)}svg .grid{stroke:var(--line)}svg .bars{fill:var(--bar)}
summary{cursor:pointer}:focus-visible{outline:2px solid var(--bar);outline-offset:2px}
@page{margin:15mm}
@media print{body{font-size:10pt;max-width:none;margin:0;padding:0}.table,figure{overflow:visible}svg{min-width:0}
table{font-size:8pt}td{white-space:normal;overflow-wrap:anywhere}td.long{min-width:0}h2{break-after:avoid}figure,tr{break-inside:avoid}thead{display:table-header-group}details:not([open]){display:none}}`;
