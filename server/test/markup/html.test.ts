import { expect, it } from 'vitest'
import { html, joined } from '../../src/markup/html.ts'

const hostile = `<script>alert("it's & ours")</script>`
const harmless = '&lt;script&gt;alert(&quot;it&#39;s &amp; ours&quot;)&lt;/script&gt;'

it('escapes whatever is put into it, in text, attributes and lists', () => {
  expect(html`<p>${hostile}</p>`.text).toBe(`<p>${harmless}</p>`)
  expect(html`<a title="${hostile}">${[hostile, 5]}</a>`.text).toBe(
    `<a title="${harmless}">${harmless}5</a>`,
  )
  expect(joined([hostile, html`<br>`], ' & ').text).toBe(`${harmless} &amp; <br>`)
})

it('takes HTML of its own as it is, and nothing else that looks like it', () => {
  expect(html`<ul>${[html`<li>${'<'}</li>`, html`<li>&gt;</li>`]}</ul>`.text).toBe(
    '<ul><li>&lt;</li><li>&gt;</li></ul>',
  )
  const forged = { text: '<b>' } as unknown as ReturnType<typeof html>
  expect(() => html`<p>${forged}</p>`).toThrow(TypeError)
})

it('leaves out what is not there', () => {
  expect(html`<p>${null}${undefined}${''}</p>`.text).toBe('<p></p>')
})
