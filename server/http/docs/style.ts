import { PAGE_COLOURS, PALETTE } from '../../../data/palette.ts';

/** The style of the readable page: one column that reads at any width, and on paper. */
export const DOCS_CSS = `*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:${PAGE_COLOURS.page};color:${PALETTE.ink};font:1rem/1.5 Arial,"Helvetica Neue",Helvetica,sans-serif;overflow-wrap:break-word}
header,main{max-width:64rem;margin:0 auto;padding:0 1rem}
header p{margin:1rem 0 0}
main{padding-bottom:3rem}
p{max-width:46rem;margin:.5rem 0}
h1{font-size:2rem;line-height:1.2;margin:1rem 0 .5rem}
h2{font-size:1.5rem;line-height:1.25;margin:2.5rem 0 1rem}
h3{font-size:1.25rem;line-height:1.3;margin:0 0 .5rem}
h4{font-size:1rem;margin:1.5rem 0 .25rem}
h3 code{font-weight:bold}nav h3 a{font-weight:bold}
h3 a{color:inherit;text-decoration:none}h3 a:hover{text-decoration:underline}
.lead{font-size:1.125rem}
nav,section{background:${PALETTE.paper};border:1px solid ${PALETTE.grid};margin:0 0 1.5rem;padding:1.25rem}
nav h2{margin:0 0 1rem}
main>nav{margin-top:1.5rem}
nav h3{font-size:1rem}nav h3 a{color:${PAGE_COLOURS.link};text-decoration:underline}
nav ul,.links{list-style:none;margin:0;padding:0}
.contents{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:0 2rem}
.contents>div>div{margin:0 0 1.25rem}
nav li{padding:.15rem 0}
a{color:${PAGE_COLOURS.link}}
a:focus-visible,summary:focus-visible{outline:3px solid ${PALETTE.ink};outline-offset:0;background:${PALETTE.focus};color:${PALETTE.ink}}
a code,h3 code{background:none;padding:0}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:0;padding:.5rem}
table{border-collapse:collapse;margin:1rem 0;width:100%}
caption{text-align:left;font-weight:bold;padding:0 0 .25rem}
th,td{border-bottom:1px solid ${PALETTE.grid};padding:.5rem 1rem .5rem 0;text-align:left;vertical-align:top;font-weight:normal}
thead th{font-weight:bold}
code{background:${PAGE_COLOURS.page};font:.9em/1.4 Menlo,Consolas,"DejaVu Sans Mono",monospace;padding:0 .15rem;overflow-wrap:anywhere}
tbody th code,td:last-child>code{overflow-wrap:break-word}
dl{margin:.5rem 0;max-width:52rem}
dt{margin:.6rem 0 0}
dd{margin:0 0 0 1.25rem}
.type{color:${PALETTE.secondary}}
details{margin:.25rem 0}
details dl{border-left:3px solid ${PALETTE.grid};margin:.25rem 0 .5rem;padding:0 0 0 .75rem}
summary{color:${PAGE_COLOURS.link};cursor:pointer;width:fit-content}
.links li{padding:.1rem 0}
figure{margin:1rem 0}
figcaption{font-weight:bold}
pre{background:${PAGE_COLOURS.page};border-left:4px solid ${PAGE_COLOURS.link};margin:.25rem 0;padding:.75rem;user-select:all;-webkit-user-select:all}
pre code{background:none;padding:0;overflow-wrap:anywhere;white-space:pre-wrap}
@media (max-width:40rem){nav,section{margin-left:-1rem;margin-right:-1rem;border-width:1px 0;padding:1rem}
h1{font-size:1.75rem}h3{font-size:1.125rem}dd{margin-left:.75rem}th,td{padding-right:.75rem}}
@media print{@page{margin:15mm}body{background:${PALETTE.paper};font-size:10pt}header,.skip{display:none}
main{max-width:none;padding:0}nav,section{border:0;border-top:1px solid ${PALETTE.ink};padding:.75rem 0}
h2,h3,h4,figcaption,summary,caption,dt{break-after:avoid}tr,pre,figure{break-inside:avoid}thead{display:table-header-group}
a{color:inherit}
section a[href^="http"]::after{content:" (" attr(href) ")"}}
`;
