import type { Plugin } from 'vite'

// The two faces that every page begins with, in their Latin part. Others are fetched when a letter needs them.
const faces = /(inter|bricolage-grotesque)-latin-wght-normal-[^/]*\.woff2$/
const styleSheets = / *<link rel="stylesheet"[^>]*>\n/g

/**
 * Where Vite links the sheet of a page that is loaded later. Between equal rules the last one wins, and that must be the
 * page's: the sheet of everything else stands in the body.
 */
const inHead = 'document.head.appendChild('
const atTheEnd = 'document.body.appendChild('

/**
 * What the browser fetches first. With the small sheet `first` alone the words that the server wrote into the page can be
 * read, seconds earlier on a slow line: the sheet of everything else stands behind them, and stops no paint. The fonts
 * come together with the code: else the browser learns of them only when that has drawn the first text.
 */
export function orderFirstRequests(): Plugin {
  return {
    name: 'order-first-requests',
    apply: 'build',
    renderChunk: (code) => (code.includes(inHead) ? code.replaceAll(inHead, atTheEnd) : null),
    generateBundle(_options, bundle) {
      const code = Object.values(bundle).map((each) => (each.type === 'chunk' ? each.code : ''))
      if (!code.some((each) => each.includes(atTheEnd))) {
        throw new Error('Vite links the sheets of pages in another way now')
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => ({
        html: withFirstSheetAlone(html),
        tags: Object.keys(bundle)
          .filter((file) => faces.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: {
              rel: 'preload',
              as: 'font',
              type: 'font/woff2',
              crossorigin: '',
              fetchpriority: 'low',
              href: `/${file}`,
            },
            injectTo: 'head' as const,
          })),
      }),
    },
  }
}

function withFirstSheetAlone(html: string): string {
  const sheets = html.match(styleSheets) ?? []
  const first = sheets.filter((link) => link.includes('/first-'))
  const others = sheets.filter((link) => !first.includes(link))
  if (first.length !== 1) throw new Error('There is no style sheet of the first paint')
  return html
    .replaceAll(styleSheets, '')
    .replaceAll(/<(script type="module"|link rel="modulepreload")/g, '<$1 fetchpriority="low"')
    .replace('    <script src="/theme.js">', `${first.join('')}$&`)
    .replace('    <!--first-data-->', `${others.join('')}$&`)
}
