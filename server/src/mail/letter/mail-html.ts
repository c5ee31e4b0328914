import { brokenIntoLines, type Html, html } from '../../markup/html.ts'
import type { Block, Fact, Letter, Link } from './blocks.ts'
import { sheet, styles } from './style.ts'

/**
 * The letter as HTML that mail programs of twenty years can show: tables, styles inline, no images, no script. Gmail cuts
 * off behind 102 kB and drops style sheets over 16 kB; a letter has a tenth of both.
 */
export function mailHtml({ subject, preview, blocks }: Letter): string {
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<title>${subject}</title>
<style>${sheet}</style>
</head>
<body class="page" style="${styles.page}">
<div style="${styles.preview}">${preview}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="${styles.outside}">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" align="center" style="${styles.column}">
<tr><td align="left" class="text" style="${styles.brand}">Expert<span class="accent" style="${styles.brandAccent}">Connect</span></td></tr>
<tr><td align="left" class="card" style="${styles.card}">
${blocks.map((block, index) => placed(block, blocks[index - 1]))}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`.text
}

/** In a table of its own: Outlook knows no margins. */
function placed(block: Block, before: Block | undefined): Html {
  const gap = before === undefined ? 0 : gapBetween(before, block)
  return html`${table}<tr><td align="left" style="padding:${gap}px 0 0">${htmlOf(block)}</td></tr></table>
`
}

const table = html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">`

function gapBetween(before: Block, block: Block): number {
  if (before.kind === 'heading') return 12
  if (before.kind === 'paragraph' && block.kind === 'paragraph') return 12
  if (before.kind === 'time' && block.kind === 'links') return 14
  if (block.kind === 'note') return before.kind === 'note' ? 8 : 14
  if (block.kind === 'heading' || block.kind === 'divider') return 28
  return 22
}

function htmlOf(block: Block): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h1 class="text" style="${styles.heading}">${block.text}</h1>`
    case 'paragraph':
      return html`<p class="text" style="${styles.paragraph}">${block.text}</p>`
    case 'time':
      return timeHtml(block)
    case 'facts':
      return html`${fixedTable}${block.facts.map(factHtml)}</table>`
    case 'quote':
      return html`<div class="soft" style="${styles.label}">${block.label}</div>${table}<tr><td class="line text" style="${styles.quote};${styles.paragraph}">${brokenIntoLines(block.text)}</td></tr></table>`
    case 'button':
      return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" class="fill" style="${styles.button}"><a href="${block.href}" style="${styles.buttonLink}">${block.text}</a></td></tr></table>${noteHtml(block)}`
    case 'links':
      return html`${table}${block.links.map(linkHtml)}</table>`
    case 'code':
      return html`<div class="soft" style="${styles.label}">${block.label}</div><div class="text" style="${styles.code}">${block.text}</div>`
    case 'divider':
      return html`<div class="line" style="${styles.divider}">&nbsp;</div>`
    case 'note':
      return html`<p class="soft" style="margin:0;${styles.minor}">${block.text}</p>`
  }
}

// Else a long word makes the table wider than a phone.
const fixedTable = html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed">`

function timeHtml(block: Extract<Block, { kind: 'time' }>): Html {
  const crossed = block.void ? `;${styles.crossed}` : ''
  const label =
    block.label === undefined
      ? null
      : html`<div class="soft" style="${styles.label}">${block.label}</div>`
  return html`${table}<tr><td class="panel" style="${block.void ? styles.voidPanel : styles.panel}">${label}<div class="text" style="${styles.title}${crossed}">${block.title}</div><div class="text" style="${styles.span}${crossed}">${block.span}</div>${block.lines.map((line) => html`<div class="soft" style="${styles.minor}">${line}</div>`)}</td></tr></table>`
}

function factHtml({ label, lines: [first = '', ...others] }: Fact): Html {
  return html`
<tr><td align="left" width="88" class="soft" style="${styles.factLabel}">${label}</td><td align="left" class="text" style="${styles.fact}">${first}${others.map((line) => html`<div class="soft" style="${styles.minor}">${line}</div>`)}</td></tr>`
}

function linkHtml(link: Link, index: number): Html {
  return html`
<tr><td align="left" style="padding:${index === 0 ? 0 : 14}px 0 0"><a class="accent" href="${link.href}" style="${styles.link}">${link.text}</a>${noteHtml(link)}</td></tr>`
}

function noteHtml({ note }: Link): Html | null {
  return note === undefined
    ? null
    : html`<div class="soft" style="padding:4px 0 0;${styles.minor}">${note}</div>`
}
