/** One column, made for paper first: nothing is fetched, nothing moves, colours never carry meaning alone. */
export const STYLE = `:root{color-scheme:light;--ink:#1a1d21;--quiet:#555d66;--line:#d5dadf;--paper:#fff;--wash:#f4f6f8;--accent:#1f4e79;
--authentic:#1d6f42;--corroborated:#5a9e74;--unverified:#9aa3ac;--doubtful:#d69a2d;--altered:#b3392f}
*{box-sizing:border-box}
body{font:16px/1.5 system-ui,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper);max-width:54rem;margin:0 auto;padding:2rem 1.25rem 4rem}
header{border-bottom:3px solid var(--ink);padding-bottom:1rem;margin-bottom:1.5rem}
.for{font-weight:700;letter-spacing:.06em;text-transform:uppercase;font-size:.8rem;color:var(--accent);margin:0}
h1{font-size:1.9rem;line-height:1.15;margin:.2rem 0 .6rem}
h2{font-size:1.3rem;margin:2.6rem 0 .6rem;padding-top:.8rem;border-top:1px solid var(--line);break-after:avoid}
h3{font-size:1.02rem;margin:1.4rem 0 .3rem;break-after:avoid}
p{margin:.5rem 0;max-width:46rem;overflow-wrap:anywhere}
nav ol{columns:2;padding-left:1.2rem;margin:.4rem 0;font-size:.92rem}a{color:var(--accent)}
.quiet{color:var(--quiet);font-size:.88rem}
code,.id{font:.85em ui-monospace,"Noto Sans Mono",monospace;overflow-wrap:anywhere}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.4rem,1fr));gap:.6rem;margin:1rem 0}
.tile{background:var(--wash);padding:.6rem .75rem;border-radius:4px;break-inside:avoid}
.tile b{display:block;font-size:1.45rem;line-height:1.2;font-variant-numeric:tabular-nums}
.tile span{font-size:.82rem;color:var(--quiet)}
.bar{display:flex;height:1.6rem;border-radius:4px;overflow:hidden;margin:1rem 0 .4rem;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.bar i{display:block;border-right:1px solid var(--paper)}.bar i:last-child{border-right:0}
.authentic{background:var(--authentic)}.corroborated{background:var(--corroborated)}.unverified{background:var(--unverified)}.doubtful{background:var(--doubtful)}.altered{background:var(--altered)}
.key{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-right:.4em;vertical-align:-.05em;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.6rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{font-size:.8rem;color:var(--quiet);font-weight:600}.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.time{white-space:nowrap;font-variant-numeric:tabular-nums}
article{border-left:4px solid var(--line);padding:.1rem 0 .1rem .9rem;margin:1rem 0;break-inside:avoid}
article.altered,article.doubtful,article.authentic,article.corroborated{background:none}
article.altered{border-color:var(--altered)}article.doubtful{border-color:var(--doubtful)}article.authentic{border-color:var(--authentic)}article.corroborated{border-color:var(--corroborated)}
article h3{margin:.1rem 0}article ul{margin:.4rem 0;padding:0;list-style:none}article li{padding-left:1.1rem;text-indent:-1.1rem}article li i{display:inline-block;width:1.1rem;text-indent:0;font-style:normal;font-weight:700}td.word,th.word{white-space:nowrap}.hours{table-layout:fixed}.hours td,.hours th{overflow-wrap:normal;hyphens:auto}.hours th:nth-child(1){width:32%}.hours th:nth-child(2){width:27%}li{margin:.25rem 0;overflow-wrap:anywhere}
blockquote{margin:1rem 0;padding:.6rem 1.1rem;background:var(--wash);border-left:4px solid var(--accent)}
.warn{background:#fdf3e1;border-left:4px solid var(--doubtful);padding:.5rem .9rem;margin:1rem 0}
figure{margin:1rem 0;overflow-x:auto}figure svg{display:block;width:100%;height:auto;min-width:30rem}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media screen and (max-width:36rem){.verdicts thead{display:none}.verdicts tr{display:grid;grid-template-columns:1fr auto auto;border-bottom:1px solid var(--line)}.verdicts td{border:0}.verdicts .what{grid-column:1/-1;padding-top:0;color:var(--quiet)}nav ol{columns:1}h1{font-size:1.5rem}body{padding-top:1rem}}
@page{margin:16mm 15mm}
@media print{.tiles{grid-template-columns:repeat(3,1fr)}body{font-size:10pt;max-width:none;padding:0}nav{display:none}.scroll,figure{overflow:visible}figure svg{min-width:0}tr{break-inside:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}}`;
