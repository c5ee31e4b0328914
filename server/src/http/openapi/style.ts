/** Of the page of the interface. A file of its own, because no page of ours has a style inside. */
export const documentStyle = `
:root {
  color-scheme: light dark;
  --back: #f7f7fc; --pane: #ffffff; --text: #14152b; --muted: #3f4263; --line: #d9daea;
  --accent: #4424c4; --live: #05684a; --danger: #b01030; --held: #7a4700;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #0a0b16; --pane: #14162a; --text: #eef0ff; --muted: #b9bddb; --line: #2c2f4d;
    --accent: #b7a8ff; --live: #5fe0b5; --danger: #ff9aae; --held: #f5c063;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
body {
  margin: 0; padding: 2rem clamp(1rem, 4vw, 3rem); background: var(--back); color: var(--text);
  font: 1rem/1.55 system-ui, sans-serif;
}
h1, h2, h3, h4 { line-height: 1.25; overflow-wrap: anywhere; }
h1 { margin: 0.25rem 0 1rem; font-size: clamp(2rem, 6vw, 3rem); letter-spacing: -0.02em; }
h2 { margin-top: 3rem; }
h3 { margin: 0; font-size: 1.2rem; }
h4 { margin: 1.25rem 0 0.25rem; color: var(--muted); font-size: 0.875rem; }
a { color: var(--accent); }
h3 a { color: inherit; text-decoration: none; }
h3 a:hover { text-decoration: underline; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
header > p, section > p { max-width: 46rem; color: var(--muted); }
code, pre { font: 0.875rem/1.6 ui-monospace, 'Cascadia Mono', Menlo, monospace; }
pre code { font: inherit; }
i { color: var(--muted); font-style: normal; }
pre, .scroll { overflow-x: auto; margin: 0.5rem 0; }
pre { padding: 0.875rem 1rem; border-radius: 12px; background: var(--back); }
article, details {
  margin: 1.25rem 0; padding: clamp(1rem, 3vw, 1.5rem); border: 1px solid var(--line);
  border-radius: 20px; background: var(--pane);
}
article > p { margin: 0.5rem 0; }
details { margin: 0.5rem 0; padding: 0.5rem 1rem; border-radius: 12px; }
summary { cursor: pointer; padding: 0.5rem 0; }
summary h3 { display: inline; font-size: 1rem; }
.route { overflow-wrap: anywhere; }
.route b { color: var(--accent); }
.route .get { color: var(--live); }
.route .delete { color: var(--danger); }
.route .patch, .route .put { color: var(--held); }
.refusal { color: var(--muted); font-size: 0.9375rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.5rem 1rem 0.5rem 0; border-top: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { border: 0; color: var(--muted); font-size: 0.875rem; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav li a { display: block; padding: 0.375rem 0; }
nav > ul > li { margin-bottom: 1rem; font-weight: 600; }
nav li li { font-weight: 400; font-size: 0.9375rem; }
.skip { position: absolute; top: -4rem; padding: 0.75rem 1rem; background: var(--pane); }
.skip:focus { top: 0.5rem; }
main { min-width: 0; }
dt { margin-top: 1rem; }
dd { margin: 0; color: var(--muted); }
@media (min-width: 64rem) {
  .columns { display: grid; grid-template-columns: 18rem minmax(0, 60rem); gap: 3rem; }
  nav { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; align-self: start; padding-top: 3rem; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media print { nav, .skip { display: none; } }
`
