/**
 * Of the page of the interface. A file of its own, because no page of ours has a style inside. Colours, faces and glass
 * are the client's; what stands here of them is for a server without it.
 */
export const documentStyle = `
:where(:root) {
  color-scheme: light dark;
  --bg: light-dark(#f4f4fb, #080a15); --text: light-dark(#14152b, #f2f2fb);
  --text-muted: light-dark(#3f4263, #bcc0dc); --line: light-dark(#d9daea, #2c2f4d);
  --accent: light-dark(#3f20ba, #b3a6ff); --live: light-dark(#05684a, #5fe0b5);
  --danger: light-dark(#b01030, #ff9aae); --held: light-dark(#7a4700, #f5c063);
  --fill-sunken: light-dark(rgb(30 26 84 / 0.05), rgb(255 255 255 / 0.06));
  --font-text: system-ui, sans-serif; --font-display: system-ui, sans-serif;
  --content: 1200px; --gutter: clamp(1rem, 4vw, 2rem);
}
* { box-sizing: border-box; }
html { background: radial-gradient(70rem 36rem at 0 0, var(--aurora-1, transparent), transparent) no-repeat, radial-gradient(60rem 32rem at 100% 4rem, var(--aurora-2, transparent), transparent) no-repeat, var(--bg); scroll-behavior: smooth; scroll-padding-top: 8.5rem; }
body { margin: 0; color: var(--text); font: 1rem/1.55 var(--font-text); }
.bar, .intro, .columns { width: calc(100% - 2 * var(--gutter)); max-width: var(--content); margin-inline: auto; }
.bar {
  position: sticky; z-index: 2; top: 0.5rem; display: flex; min-height: 60px; margin-top: 0.5rem;
  padding: 0 1rem; border-radius: 20px;
}
.bar a {
  display: inline-flex; align-items: center; gap: 0.75rem; color: var(--text); text-decoration: none;
  font: 650 1.0625rem/1.6 var(--font-display);
}
.bar svg {
  border-radius: 10px; background: linear-gradient(140deg, #7a5cff, #8a2be0); fill: none; stroke: #fff;
  stroke-width: 2; stroke-linecap: round; stroke-linejoin: round;
}
.intro { padding: 2rem 0 0.5rem; }
.intro p, section > p { max-width: 46rem; margin: 0.5rem 0; color: var(--text-muted); }
h1, h2, h3, h4 { margin: 0; font-family: var(--font-display); line-height: 1.25; overflow-wrap: anywhere; }
h1 { font-size: clamp(2rem, 1.4rem + 2.6vw, 3rem); letter-spacing: -0.03em; }
h2 { margin-top: 2.5rem; font-size: 1.5rem; }
h3 { font-size: 1.0625rem; }
h4 { margin: 1.25rem 0 0.25rem; color: var(--text-muted); font-size: 0.875rem; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
code, pre { font: 0.875rem/1.6 ui-monospace, 'Cascadia Mono', Menlo, monospace; }
pre code { font: inherit; }
i { color: var(--text-muted); font-style: normal; }
pre, .scroll { overflow-x: auto; margin: 0.5rem 0; }
pre { padding: 0.875rem 1rem; border-radius: 12px; background: var(--fill-sunken); }
details { margin: 0.5rem 0; padding: 0 clamp(1rem, 3vw, 1.25rem); border: 1px solid var(--line); border-radius: 16px; }
details > div { padding-bottom: 1rem; }
details:has(:target) { border-color: var(--accent); }
details p { margin: 0.5rem 0; }
summary {
  display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0.125rem 1.5rem;
  min-height: 48px; padding: 0.75rem 0; cursor: pointer; list-style: none;
}
summary::-webkit-details-marker { display: none; }
summary h3::before { content: '+'; display: inline-block; width: 1.25em; color: var(--accent); font-family: var(--font-text); }
details[open] > summary h3::before { content: '–'; }
.route { color: var(--text-muted); overflow-wrap: anywhere; }
.route b { color: var(--accent); font-size: 0.8125rem; }
.route .get { color: var(--live); }
.route .delete { color: var(--danger); }
.route .patch, .route .put { color: var(--held); }
.refusal { color: var(--text-muted); font-size: 0.9375rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.5rem 1rem 0.5rem 0; border-top: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { border: 0; color: var(--text-muted); font-size: 0.875rem; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav li a { display: block; padding: 0.25rem 0; color: var(--text-muted); text-decoration: none; }
nav li a:hover { color: var(--accent); text-decoration: underline; }
nav > ul > li { margin-bottom: 0.75rem; }
nav > ul > li > a { color: var(--text); font-weight: 650; }
nav li li { font-size: 0.9375rem; line-height: 1.4; }
.skip { position: absolute; z-index: 3; top: -4rem; padding: 0.75rem 1rem; background: var(--bg); }
.skip:focus { top: 0.5rem; }
#operations { min-width: 0; padding-bottom: 4rem; }
dt { margin-top: 1rem; }
dd { margin: 0; color: var(--text-muted); }
@media (max-width: 63.99rem) { nav { max-height: 16rem; overflow-y: auto; margin-top: 1rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 16px; } }
@media (min-width: 64rem) {
  .columns { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 3rem; }
  nav { position: sticky; top: 5.5rem; max-height: calc(100vh - 6rem); overflow-y: auto; align-self: start; padding-top: 2.5rem; }
  .shapes { columns: 2; column-gap: 0.75rem; }
  .shapes details { break-inside: avoid; margin-top: 0; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media print { .bar, nav { display: none; } }
`
