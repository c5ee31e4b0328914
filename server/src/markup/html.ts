class SafeHtml {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** HTML that can be sent as it is: `text`. Only what stands in this file makes it. */
export type Html = SafeHtml

type Part = Html | string | number | null | undefined | readonly Part[]

/** The one template of all pages and mails: what is put into it is escaped, unless it is HTML already. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const text = strings.map((string, index) => string + textOf(parts[index])).join('')
  return new SafeHtml(text)
}

/** One behind the other, with text in between. */
export function joined(parts: readonly Part[], between: string): Html {
  return new SafeHtml(parts.map(textOf).join(escaped(between)))
}

/** Text with its lines beneath each other. */
export function brokenIntoLines(text: string): Html {
  const [first = '', ...others] = text.split('\n')
  return html`${first}${others.map((line) => html`<br>${line}`)}`
}

/** Data for the script of a page, as `JSON.stringify` writes it: no text in it can end the element or begin another. */
export function dataScript(id: string, json: string): Html {
  const inert = json.replaceAll('<', String.raw`\u003c`)
  return new SafeHtml(`<script type="application/json" id="${escaped(id)}">${inert}</script>`)
}

function textOf(part: Part): string {
  if (part === null || part === undefined) return ''
  if (part instanceof SafeHtml) return part.text
  if (typeof part === 'object') return part.map(textOf).join('')
  return escaped(String(part))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}
