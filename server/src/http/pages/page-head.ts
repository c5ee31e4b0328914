import { type Html, html, joined } from '../../markup/html.ts'

const site = 'ExpertConnect'

export interface PageHead {
  /** Of the page alone: the name of the site is put behind it. */
  readonly title: string
  readonly description?: string
  /** The page's own address; left out where it should not be found by search engines. */
  readonly path?: string
  /** What is shown where its link is shared: PNG, 1200 by 630. */
  readonly image?: { readonly path: string; readonly alt: string }
  /** Who it is about, and not what. */
  readonly isOfPerson?: boolean
  readonly hidden?: boolean
}

/** What search engines and previews read of a page: they run no script. */
export function headOf(head: PageHead, publicUrl: string): Html {
  const { description, path, image } = head
  const title = `${head.title} · ${site}`
  const lines = [html`<title>${title}</title>`, meta('property', 'og:title', title)]
  lines.push(meta('property', 'og:site_name', site))
  lines.push(meta('property', 'og:type', head.isOfPerson ? 'profile' : 'website'))
  if (description) {
    const short = shorten(description, 200)
    lines.push(meta('name', 'description', short), meta('property', 'og:description', short))
  }
  if (path) {
    const url = publicUrl + path
    lines.push(meta('property', 'og:url', url))
    lines.push(html`<link rel="canonical" href="${url}">`)
  }
  if (image) {
    lines.push(meta('property', 'og:image', publicUrl + image.path))
    lines.push(meta('property', 'og:image:type', 'image/png'))
    lines.push(meta('property', 'og:image:width', '1200'))
    lines.push(meta('property', 'og:image:height', '630'))
    lines.push(meta('property', 'og:image:alt', image.alt))
    lines.push(meta('name', 'twitter:card', 'summary_large_image'))
  }
  if (head.hidden) lines.push(meta('name', 'robots', 'noindex'))
  return joined(lines, '\n    ')
}

function meta(key: 'name' | 'property', name: string, content: string): Html {
  return html`<meta ${key}="${name}" content="${content}">`
}

function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const blank = text.lastIndexOf(' ', most - 1)
  // Not every script parts its words by blanks.
  return `${text.slice(0, blank > 0 ? blank : most - 1).replace(/\p{Surrogate}$/u, '')}…`
}
