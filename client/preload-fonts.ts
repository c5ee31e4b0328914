import type { Plugin } from 'vite'

// The two faces that every page begins with, in their Latin part. Others are fetched when a letter needs them.
const faces = /(inter|bricolage-grotesque)-latin-wght-normal-[^/]*\.woff2$/

/**
 * Has the browser fetch the fonts together with the code: else it learns of them only when the code has drawn the
 * first text.
 */
export function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => faces.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: {
              rel: 'preload',
              as: 'font',
              type: 'font/woff2',
              crossorigin: '',
              href: `/${file}`,
            },
            injectTo: 'head' as const,
          })),
    },
  }
}
