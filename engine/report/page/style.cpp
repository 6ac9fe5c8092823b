#include "engine/report/page/parts.hpp"

namespace skranke::page {

// Colours, sizes of type and spaces follow the design tokens of Nav's design system Aksel (NOTICE); the fonts are those of the
// reader's machine. Contrast on white: text 15:1, soft text 8.0:1, links 6.6:1, lines and fills 5.9:1, warnings 4.5:1.
const char* style_sheet() {
    return R"css(
/* The custom properties --ax-* are values of the design tokens of Aksel, Nav's design system: @navikt/ds-tokens 8.15.0, MIT licence, (c) 2017 NAV */
:root{color-scheme:light;
--ax-neutral-100:#f5f6f7;--ax-neutral-300:#e1e3e7;--ax-neutral-400:#cfd3d8;--ax-neutral-600:#6f7785;--ax-neutral-900:#49515e;--ax-neutral-1000:#202733;
--ax-accent-100:#f1f7ff;--ax-accent-300:#d4e5fd;--ax-accent-700:#0063c1;--ax-accent-800:#005bb6;
--ax-warning-100:#fff5e4;--ax-warning-200:#ffebc7;--ax-warning-600:#ca5000;
--ax-space-4:.25rem;--ax-space-8:.5rem;--ax-space-12:.75rem;--ax-space-16:1rem;--ax-space-20:1.25rem;--ax-space-24:1.5rem;--ax-space-48:3rem;--ax-space-64:4rem;
--ax-radius-4:4px;--ax-radius-8:8px;--ax-radius-12:12px;
--ax-font-size-heading-xlarge:2rem;--ax-font-size-heading-medium:1.5rem;--ax-font-size-heading-small:1.25rem;--ax-font-size-heading-xsmall:1.125rem;
--ax-font-size-large:1.125rem;--ax-font-size-small:.875rem;--ax-font-weight-bold:600}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:var(--ax-neutral-1000);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
.page{max-width:74rem;margin:0 auto;padding:var(--ax-space-16) var(--ax-space-20) var(--ax-space-64)}
input.lang{position:absolute;opacity:0;width:1px;height:1px;top:0}
#nb:checked~.page [lang=nn],#nb:checked~.page [lang=en],
#nn:checked~.page [lang=nb],#nn:checked~.page [lang=en],
#en:checked~.page [lang=nb],#en:checked~.page [lang=nn],#en:checked~.page [lang=no]{display:none}
.page .langs label{display:inline-block!important;padding:var(--ax-space-4) var(--ax-space-12);border:1px solid var(--ax-neutral-600);margin-left:-1px;cursor:pointer}
.langs label:first-child{border-radius:var(--ax-radius-8) 0 0 var(--ax-radius-8)}
.langs label:last-child{border-radius:0 var(--ax-radius-8) var(--ax-radius-8) 0}
#nb:checked~.page label[for=nb],#nn:checked~.page label[for=nn],#en:checked~.page label[for=en]{background:var(--ax-accent-700);color:#fff;border-color:var(--ax-accent-700);text-decoration:underline}
#nb:focus-visible~.page label[for=nb],#nn:focus-visible~.page label[for=nn],#en:focus-visible~.page label[for=en],
:focus-visible{outline:3px solid var(--ax-neutral-1000);outline-offset:2px}
.langs{float:right;margin:0 0 .5rem 1rem;font-size:.9rem}
.skip{position:absolute;left:-99rem;background:#fff;padding:.5rem 1rem;z-index:3}
.skip:focus{left:1rem;top:.5rem}
a{color:var(--ax-accent-800);text-underline-offset:.15em}
h1,h2,h3,.lead,.word,legend,dt,b{font-weight:var(--ax-font-weight-bold)}
h1{font-size:clamp(var(--ax-font-size-heading-medium),1rem + 2.4vw,var(--ax-font-size-heading-xlarge));line-height:1.25;margin:.2rem 0 .5rem;text-wrap:balance}
h2{font-size:var(--ax-font-size-heading-medium);line-height:1.33;margin:var(--ax-space-48) 0 var(--ax-space-8);padding-top:var(--ax-space-12);border-top:2px solid var(--ax-neutral-1000)}
h3{font-size:var(--ax-font-size-heading-xsmall);line-height:1.33;margin:var(--ax-space-20) 0 var(--ax-space-8)}
p{margin:.4rem 0 .7rem;max-width:46rem}
.brand{margin:0;font-weight:var(--ax-font-weight-bold);color:var(--ax-accent-800)}
.question{font-size:var(--ax-font-size-large)}
.soft,caption,figcaption{color:var(--ax-neutral-900)}
small,.soft{font-size:var(--ax-font-size-small)}
.i{display:block;color:var(--ax-neutral-900);font-size:.85rem}
.caveat{border-left:4px solid var(--ax-warning-600);padding:var(--ax-space-4) var(--ax-space-12);background:var(--ax-warning-100)}
.lead{font-size:var(--ax-font-size-heading-small);line-height:1.4}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:var(--ax-space-16);margin:var(--ax-space-20) 0}
.card{border:1px solid var(--ax-neutral-400);border-radius:var(--ax-radius-12);padding:var(--ax-space-16) var(--ax-space-20);background:var(--ax-neutral-100)}
.card h3{margin:0}
.gloss{margin:0 0 .5rem}
.word{font-size:var(--ax-font-size-heading-medium);margin:.2rem 0}
.disc{width:1em;height:1em;vertical-align:-.12em;color:var(--ax-accent-800)}
.symbols{position:absolute;width:0;height:0}
.strip{display:flex;gap:2px;margin:.6rem 0}
.strip span{flex-basis:2.4em;background:#fff;border:1px solid var(--ax-neutral-400);text-align:center;font-weight:600;font-size:.9rem;padding:.1rem 0;white-space:nowrap}
.strip .disc{margin-right:.2em}
.find ul{columns:auto 8.5rem;list-style:none;margin:0;padding:0}
.find li{break-inside:avoid}
.find a{display:inline-block;padding:.15rem 0}
figure{margin:1.2rem 0}
figcaption{max-width:46rem;margin-bottom:.4rem}
figcaption b{color:var(--ax-neutral-1000)}
.layers{position:relative;max-width:46rem;margin:.5rem auto}
.map svg{display:block;width:100%;height:auto}
.layers svg+svg{position:absolute;top:0;left:0}
.map circle{stroke:#5b3a1e;stroke-width:1}
.shapes{stroke:#5b3a1e;stroke-width:1.5;stroke-linejoin:round}
.map text{font-size:14px;text-anchor:middle;pointer-events:none}
.borders text{font-size:19px}
.map text.right{text-anchor:start}.map text.left{text-anchor:end}
.hit{fill:transparent;stroke:none!important}
a:hover .hit{stroke:var(--ax-accent-700)!important;stroke-width:3!important}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:.4rem 0;padding:0}
.swatch{display:inline-block;width:1.5em;height:1em;margin-right:.4em;border:1px solid #5b3a1e;vertical-align:-.1em}
.chart{display:block;width:100%;max-width:46rem;height:auto}
.chart text{font-size:12px;fill:var(--ax-neutral-900)}
.y{text-anchor:end}
.grid{stroke:var(--ax-neutral-300)}.axis{stroke:var(--ax-neutral-900)}
.band{fill:var(--ax-accent-300)}.edge{fill:none;stroke:var(--ax-accent-700);stroke-dasharray:4 3}.middle{fill:none;stroke:var(--ax-accent-700);stroke-width:2.5}
.plans .plan-a{stroke:var(--ax-neutral-900)}.plans .plan-b{stroke:var(--ax-accent-700)}
.plans polygon.plan-a{fill:var(--ax-neutral-300);stroke:none}.plans polygon.plan-b{fill:var(--ax-accent-700);fill-opacity:.2;stroke:none}
.plans polyline{fill:none;stroke-width:2.5}.plans .plan-a{stroke-dasharray:7 4}.plans .plan-b{stroke-dasharray:none}
.plans text.name{fill:var(--ax-neutral-1000);font-weight:var(--ax-font-weight-bold)}
.tornado{display:block;width:100%;min-width:44rem;height:auto}
.tornado text{font-size:14px;fill:var(--ax-neutral-1000)}
.tornado .name{font-size:16px;font-weight:600}
.tornado .left{text-anchor:end}.tornado .tick{text-anchor:middle;fill:var(--ax-neutral-900)}.tornado .strong{fill:var(--ax-neutral-1000);font-weight:600}
.tornado .base{stroke:var(--ax-neutral-1000);stroke-width:1.5;stroke-dasharray:2 3}
.lowend{fill:var(--ax-accent-300);stroke:var(--ax-accent-700)}.highend{fill:var(--ax-accent-700);stroke:var(--ax-accent-700)}.hollow{fill:#fff;stroke:var(--ax-warning-600);stroke-width:2.5}
.bend{fill:none;stroke:var(--ax-accent-700);stroke-width:2}
.halo{fill:none;stroke:#fff;stroke-width:5}.whisker{fill:none;stroke:var(--ax-neutral-1000);stroke-width:1.8}
.scroll{overflow-x:auto;margin:.8rem 0 1.2rem}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.95rem}
caption{text-align:left;padding:.3rem 0;max-width:min(46rem,calc(100vw - 2.5rem))}
.place caption{color:var(--ax-neutral-1000);font-weight:600}
th,td{padding:.35rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--ax-neutral-300)}
[scope=col]{vertical-align:bottom;border-bottom:2px solid var(--ax-neutral-1000);font-size:.85rem;line-height:1.25}
[scope=row]{font-weight:400;position:sticky;left:0;background:#fff;min-width:7rem}
tbody tr:hover>*{background:var(--ax-accent-100)}
.n,td{text-align:right}td{white-space:nowrap}
.t,.v,.w,.b,.long{text-align:left}.t,.w,.b,.long{white-space:normal}.w{min-width:8.5rem}
.b{min-width:9rem}
.long{min-width:16rem}
.area>*{background:var(--ax-neutral-100);border-bottom:2px solid var(--ax-neutral-600)}
.mark{display:block;width:100%;min-width:9rem;height:1.3em}.mark path{stroke:var(--ax-accent-700);stroke-width:2.5}.mark circle{fill:var(--ax-accent-700)}
.bar{display:block;width:100%;height:1.1em}.bar rect{fill:var(--ax-accent-700)}
details{margin:.4rem 0}
summary{cursor:pointer;padding:.35rem .2rem;color:var(--ax-accent-800)}
.place{border-bottom:1px solid var(--ax-neutral-400);margin:0}
.place>summary{padding:.55rem .2rem;color:var(--ax-neutral-1000)}
.place>summary b{display:inline-block;min-width:11rem;color:var(--ax-accent-800);text-decoration:underline}
.short{display:inline-block;margin-right:1.4rem;font-size:.9rem}
.rate{min-width:8.5rem}
.place[open]{padding-bottom:1rem}
.verdict{padding-left:1.1rem;max-width:46rem}
.verdict li{margin:.35rem 0}
:target{background:var(--ax-warning-200)}
dd{margin:0 0 .7rem;max-width:46rem}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem}
.facts dd{margin:0;overflow-wrap:anywhere}
code{font-size:.9em}
.whatif{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,23rem),1fr));gap:0 2.5rem}
.whatif>*{min-width:0}
fieldset{border:1px solid var(--ax-neutral-400);border-radius:var(--ax-radius-8);margin:var(--ax-space-12) 0;padding:var(--ax-space-4) var(--ax-space-16) var(--ax-space-8);min-width:0}
.lever{display:grid;grid-template-columns:minmax(8rem,1fr) minmax(5rem,10rem) 3rem;gap:.2rem .8rem;align-items:center;margin:.4rem 0}
.lever select{grid-column:2/4}
.choice{display:inline-block;margin:.2rem 1rem .2rem 0}
.choice input{margin-right:.4rem}
button,select,input[type=number]{font:inherit;padding:.3rem .6rem;border:1px solid var(--ax-neutral-600);border-radius:var(--ax-radius-8);background:#fff;color:var(--ax-neutral-1000)}
input[type=range],input[type=radio],input[type=checkbox],progress{accent-color:var(--ax-accent-700)}
input[type=range]{width:100%;min-height:1.6rem}
button{cursor:pointer;border-color:var(--ax-accent-700);color:var(--ax-accent-800);margin-right:.5rem}
.save{margin:.3rem 0}.save button,.share button{font-size:.8rem;padding:.15rem .5rem}
.share>*{margin-right:1rem}
button:disabled{cursor:default;border-color:var(--ax-neutral-400);color:var(--ax-neutral-600)}
progress{width:100%;max-width:20rem}
.says{min-height:7rem}.reckoned{font-weight:400;font-style:italic}
#w-command{display:block;padding:.5rem .7rem;background:var(--ax-neutral-100);overflow-wrap:anywhere}
@media (max-width:40rem){
.page{padding:.8rem .9rem 3rem}
.langs{float:none;margin:0 0 .8rem}
.lead{font-size:var(--ax-font-size-large)}
.map text{display:none}.map text.big{display:inline;font-size:22px}
.chart text{font-size:18px}
th,td{padding:.35rem .5rem}
[scope=row]{min-width:6rem;max-width:9.5rem}
.place>summary b{display:inline}
.place>summary .short{display:block;margin-left:1.1rem}
.facts{grid-template-columns:1fr}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{
@page{size:A4;margin:14mm}
html{font-size:9pt}
.page{max-width:none;padding:0}
.langs,.skip,.find,input.lang,#what-if,.save,.share,.up{display:none}
.alone main>:not(.printed),.alone footer>:not(#provenance,.facts){display:none}
:target{background:none}
h2{margin-top:1.4rem}
h2,h3,caption{break-after:avoid}
tr,figure,.card{break-inside:avoid}
.scroll{overflow:visible}
table{font-size:.85rem}
[scope=col],.i,td small,th small,td .soft{font-size:.75rem}
th,td{padding:.15rem .3rem}
td{white-space:normal}b+.i{white-space:nowrap}.w{min-width:7rem}
[scope=col]{hyphens:auto}
[scope]{min-width:0;position:static}
[scope] code{display:block;min-width:15rem;overflow-wrap:anywhere}
.b{min-width:5rem}.long{min-width:0}
.place>summary b{min-width:8rem}.short{margin-right:.7rem}.rate{min-width:6.5rem}
.cards{grid-template-columns:repeat(3,1fr)}
a{color:inherit;text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
)css";
}

}  // namespace skranke::page
