import { html } from '../../markup/html.ts'

/** The mark and the name, as the client's bar has them, leading to the landing page. */
export const brandLink = html`<a href="/"><svg aria-hidden="true" viewBox="0 0 32 32" width="34" height="34"><rect x="7" y="10.5" width="12" height="11" rx="3"/><path d="m19 14.8 5-2.9v8.2l-5-2.9z"/></svg>ExpertConnect</a>`
