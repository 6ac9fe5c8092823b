#include "engine/report/page/parts.hpp"

namespace skranke::page {

// Colours on white: text #16202a 16:1, soft #4f5b66 6.9:1, links and lines #0b4f8a 8.2:1.
const char* style_sheet() {
    return R"css(
:root{color-scheme:light}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:#16202a;font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
.page{max-width:74rem;margin:0 auto;padding:1rem 1.25rem 4rem}
input.lang{position:absolute;opacity:0;width:1px;height:1px;top:0}
#nb:checked~.page [lang=nn],#nb:checked~.page [lang=en],
#nn:checked~.page [lang=nb],#nn:checked~.page [lang=en],
#en:checked~.page [lang=nb],#en:checked~.page [lang=nn],#en:checked~.page [lang=no]{display:none}
.page .langs label{display:inline-block!important;padding:.35rem .8rem;border:1px solid #75818c;margin-left:-1px;cursor:pointer}
.langs label:first-child{border-radius:.4rem 0 0 .4rem}
.langs label:last-child{border-radius:0 .4rem .4rem 0}
#nb:checked~.page label[for=nb],#nn:checked~.page label[for=nn],#en:checked~.page label[for=en]{background:#0b4f8a;color:#fff;border-color:#0b4f8a;text-decoration:underline}
#nb:focus-visible~.page label[for=nb],#nn:focus-visible~.page label[for=nn],#en:focus-visible~.page label[for=en],
:focus-visible{outline:3px solid #c2410c;outline-offset:2px}
.langs{float:right;margin:0 0 .5rem 1rem;font-size:.9rem}
.skip{position:absolute;left:-99rem;background:#fff;padding:.5rem 1rem;z-index:3}
.skip:focus{left:1rem;top:.5rem}
a{color:#0b4f8a;text-underline-offset:.15em}
h1{font-size:clamp(1.5rem,1rem + 2.4vw,2.3rem);line-height:1.15;margin:.2rem 0 .5rem;text-wrap:balance}
h2{font-size:1.45rem;line-height:1.2;margin:3rem 0 .6rem;padding-top:.8rem;border-top:2px solid #16202a}
h3{font-size:1.1rem;margin:1.2rem 0 .4rem}
p{margin:.4rem 0 .7rem;max-width:46rem}
.brand{margin:0;font-weight:700;color:#0b4f8a}
.question{font-size:1.15rem}
.soft,caption,figcaption{color:#4f5b66}
small,.soft{font-size:.9rem}
.i{display:block;color:#4f5b66;font-size:.85rem}
.caveat{border-left:4px solid #c2410c;padding:.15rem .8rem;background:#fdf4ef}
.lead{font-size:1.3rem;line-height:1.35;font-weight:600}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:1rem;margin:1.2rem 0}
.card{border:1px solid #c3ccd5;border-radius:.5rem;padding:.9rem 1.1rem;background:#f6f8fa}
.card h3{margin:0}
.gloss{margin:0 0 .5rem}
.word{font-size:1.5rem;font-weight:700;margin:.2rem 0}
.disc{width:1em;height:1em;vertical-align:-.12em;color:#0b4f8a}
.symbols{position:absolute;width:0;height:0}
.strip{display:flex;gap:2px;margin:.6rem 0}
.strip span{flex-basis:2.4em;background:#fff;border:1px solid #c3ccd5;text-align:center;font-weight:600;font-size:.9rem;padding:.1rem 0;white-space:nowrap}
.strip .disc{margin-right:.2em}
.find ul{columns:auto 8.5rem;list-style:none;margin:0;padding:0}
.find li{break-inside:avoid}
.find a{display:inline-block;padding:.15rem 0}
figure{margin:1.2rem 0}
figcaption{max-width:46rem;margin-bottom:.4rem}
figcaption b{color:#16202a}
.layers{position:relative;max-width:46rem;margin:.5rem auto}
.map svg{display:block;width:100%;height:auto}
.layers svg+svg{position:absolute;top:0;left:0}
.map circle{stroke:#5b3a1e;stroke-width:1}
.shapes{stroke:#5b3a1e;stroke-width:1.5;stroke-linejoin:round}
.map text{font-size:14px;text-anchor:middle;pointer-events:none}
.borders text{font-size:19px}
.map text.right{text-anchor:start}.map text.left{text-anchor:end}
.hit{fill:transparent;stroke:none!important}
a:hover .hit{stroke:#0b4f8a!important;stroke-width:3!important}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:.4rem 0;padding:0}
.swatch{display:inline-block;width:1.5em;height:1em;margin-right:.4em;border:1px solid #5b3a1e;vertical-align:-.1em}
.chart{display:block;width:100%;max-width:46rem;height:auto}
.chart text{font-size:12px;fill:#4f5b66}
.y{text-anchor:end}
.grid{stroke:#dde3e8}.axis{stroke:#4f5b66}
.band{fill:#d3e3f3}.edge{fill:none;stroke:#0b4f8a;stroke-dasharray:4 3}.middle{fill:none;stroke:#0b4f8a;stroke-width:2.5}
.tornado{display:block;width:100%;min-width:44rem;height:auto}
.tornado text{font-size:14px;fill:#16202a}
.tornado .name{font-size:16px;font-weight:600}
.tornado .left{text-anchor:end}.tornado .tick{text-anchor:middle;fill:#4f5b66}.tornado .strong{fill:#16202a;font-weight:600}
.tornado .base{stroke:#16202a;stroke-width:1.5;stroke-dasharray:2 3}
.lowend{fill:#d3e3f3;stroke:#0b4f8a}.highend{fill:#0b4f8a;stroke:#0b4f8a}.hollow{fill:#fff;stroke:#c2410c;stroke-width:2.5}
.bend{fill:none;stroke:#0b4f8a;stroke-width:2}
.halo{fill:none;stroke:#fff;stroke-width:5}.whisker{fill:none;stroke:#16202a;stroke-width:1.8}
.scroll{overflow-x:auto;margin:.8rem 0 1.2rem}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.95rem}
caption{text-align:left;padding:.3rem 0;max-width:min(46rem,calc(100vw - 2.5rem))}
.place caption{color:#16202a;font-weight:600}
th,td{padding:.35rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid #dde3e8}
[scope=col]{vertical-align:bottom;border-bottom:2px solid #16202a;font-size:.85rem;line-height:1.25}
[scope=row]{font-weight:400;position:sticky;left:0;background:#fff;min-width:7rem}
tbody tr:hover>*{background:#f0f5fa}
.n,td{text-align:right}td{white-space:nowrap}
.t,.v,.w,.b,.long{text-align:left}.t,.w,.b,.long{white-space:normal}.w{min-width:8.5rem}
.b{min-width:9rem}
.long{min-width:16rem}
.area>*{background:#f6f8fa;border-bottom:2px solid #75818c}
.mark{display:block;width:100%;min-width:9rem;height:1.3em}.mark path{stroke:#0b4f8a;stroke-width:2.5}.mark circle{fill:#0b4f8a}
.bar{display:block;width:100%;height:1.1em}.bar rect{fill:#0b4f8a}
details{margin:.4rem 0}
summary{cursor:pointer;padding:.35rem .2rem;color:#0b4f8a}
.place{border-bottom:1px solid #c3ccd5;margin:0}
.place>summary{padding:.55rem .2rem;color:#16202a}
.place>summary b{display:inline-block;min-width:11rem;color:#0b4f8a;text-decoration:underline}
.short{display:inline-block;margin-right:1.4rem;font-size:.9rem}
.rate{min-width:8.5rem}
.place[open]{padding-bottom:1rem}
.verdict{padding-left:1.1rem;max-width:46rem}
.verdict li{margin:.35rem 0}
:target{background:#fff3c4}
dt{font-weight:600}
dd{margin:0 0 .7rem;max-width:46rem}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem}
.facts dd{margin:0;overflow-wrap:anywhere}
code{font-size:.9em}
.whatif{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,23rem),1fr));gap:0 2.5rem}
.whatif>*{min-width:0}
fieldset{border:1px solid #c3ccd5;border-radius:.5rem;margin:.8rem 0;padding:.2rem 1rem .5rem;min-width:0}
legend{font-weight:600}
.lever{display:grid;grid-template-columns:minmax(8rem,1fr) minmax(5rem,10rem) 3rem;gap:.2rem .8rem;align-items:center;margin:.4rem 0}
.lever select{grid-column:2/4}
.choice{display:inline-block;margin:.2rem 1rem .2rem 0}
.choice input{margin-right:.4rem}
button,select,input[type=number]{font:inherit;padding:.3rem .6rem;border:1px solid #75818c;border-radius:.4rem;background:#fff;color:#16202a}
input[type=range],input[type=radio],input[type=checkbox],progress{accent-color:#0b4f8a}
input[type=range]{width:100%;min-height:1.6rem}
button{cursor:pointer;border-color:#0b4f8a;color:#0b4f8a;margin-right:.5rem}
.save{margin:.3rem 0}.save button,.share button{font-size:.8rem;padding:.15rem .5rem}
.share>*{margin-right:1rem}
button:disabled{cursor:default;border-color:#c3ccd5;color:#75818c}
progress{width:100%;max-width:20rem}
#w-said{min-height:4em}
#w-command{display:block;padding:.5rem .7rem;background:#f6f8fa;overflow-wrap:anywhere}
@media (max-width:40rem){
.page{padding:.8rem .9rem 3rem}
.langs{float:none;margin:0 0 .8rem}
.lead{font-size:1.15rem}
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
.v{white-space:normal}.w{min-width:7rem}
[scope=col]{hyphens:auto}
[scope]{min-width:0;position:static}
[scope] code{overflow-wrap:anywhere}
.b{min-width:5rem}.long{min-width:0}
.place>summary b{min-width:8rem}.short{margin-right:.7rem}.rate{min-width:6.5rem}
.cards{grid-template-columns:repeat(3,1fr)}
a{color:inherit;text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
)css";
}

}  // namespace skranke::page
