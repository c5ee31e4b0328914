/**
 * The colours of the product, for programs that recolour what they show. Gmail and Outlook turn dark mode on by
 * themselves and read no media query, so that what stands inline has to be a light page whose accents lie in the middle:
 * `accent` and `soft` reach 4.5:1 on white and 3:1 on a dark ground that was put under them.
 */
export const colours = {
  page: '#f4f4fb',
  card: '#ffffff',
  panel: '#f1effe',
  line: '#dcdcec',
  text: '#14152b',
  soft: '#686b8b',
  accent: '#7052f5',
  fill: '#5b3df0',
  onFill: '#ffffff',
} as const

/** For Apple Mail, Outlook on a Mac and others that follow `prefers-color-scheme`. */
export const darkColours = {
  page: '#0f0f1c',
  card: '#1a1a2b',
  panel: '#25233f',
  line: '#393a56',
  text: '#f1f1fa',
  soft: '#b4b6d0',
  accent: '#b5a6ff',
  fill: '#6a4df4',
} as const

const font = 'font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif'
const broken = 'overflow-wrap:anywhere;word-break:break-word'

/** Inline styles, by what they are for: several programs drop style sheets. */
export const styles = {
  page: `margin:0;padding:0;background:${colours.page};-webkit-text-size-adjust:100%`,
  preview:
    'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;mso-hide:all',
  outside: `padding:24px 12px 32px;${font};font-size:16px;line-height:24px;color:${colours.text}`,
  column: 'max-width:600px;margin:0 auto',
  brand: `padding:0 8px 14px;${font};font-size:17px;line-height:24px;font-weight:700;letter-spacing:-0.02em;color:${colours.text}`,
  brandAccent: `color:${colours.accent}`,
  card: `padding:28px 24px 30px;background:${colours.card};border:1px solid ${colours.line};border-radius:20px`,
  heading: `margin:0;${font};font-size:25px;line-height:31px;font-weight:700;letter-spacing:-0.02em;color:${colours.text};${broken}`,
  paragraph: `margin:0;${font};font-size:16px;line-height:25px;color:${colours.text};${broken}`,
  panel: `padding:16px 18px;background:${colours.panel};border-left:4px solid ${colours.fill};border-radius:12px`,
  voidPanel: `padding:16px 18px;background:${colours.panel};border-left:4px solid ${colours.soft};border-radius:12px`,
  label: `${font};font-size:13px;line-height:20px;font-weight:600;color:${colours.soft};${broken}`,
  title: `${font};font-size:16px;line-height:24px;font-weight:600;color:${colours.text};${broken}`,
  span: `${font};font-size:25px;line-height:34px;font-weight:700;letter-spacing:-0.01em;font-variant-numeric:tabular-nums;color:${colours.text}`,
  crossed: 'text-decoration:line-through',
  minor: `${font};font-size:14px;line-height:21px;color:${colours.soft};${broken}`,
  factLabel: `padding:7px 12px 7px 0;${font};font-size:14px;line-height:24px;color:${colours.soft};vertical-align:top`,
  fact: `padding:7px 0;${font};font-size:16px;line-height:24px;color:${colours.text};vertical-align:top;${broken}`,
  quote: `padding:2px 0 2px 16px;border-left:4px solid ${colours.line}`,
  button: `background:${colours.fill};border-radius:12px;mso-padding-alt:13px 26px`,
  buttonLink: `display:inline-block;padding:13px 26px;${font};font-size:16px;line-height:24px;font-weight:600;color:${colours.onFill};text-decoration:none;border-radius:12px`,
  link: `${font};font-size:16px;line-height:24px;font-weight:600;color:${colours.accent};text-decoration:underline`,
  code: `${font};font-size:34px;line-height:42px;font-weight:700;letter-spacing:0.08em;font-variant-numeric:tabular-nums;color:${colours.text}`,
  divider: `border-top:1px solid ${colours.line};font-size:1px;line-height:1px`,
} as const

/** What cannot stand inline. Classes name the colours only. */
export const sheet = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  `@media (prefers-color-scheme:dark){`,
  `.page{background:${darkColours.page}!important}`,
  `.card{background:${darkColours.card}!important;border-color:${darkColours.line}!important}`,
  `.panel{background:${darkColours.panel}!important}`,
  `.line{border-color:${darkColours.line}!important}`,
  `.text{color:${darkColours.text}!important}`,
  `.soft{color:${darkColours.soft}!important}`,
  `.accent{color:${darkColours.accent}!important}`,
  `.fill{background:${darkColours.fill}!important}`,
  '}',
].join('')
