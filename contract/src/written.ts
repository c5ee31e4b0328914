/*
 * What may stand in a text that somebody wrote, for both ends and for mails: the one place that knows invisible characters.
 * A name that looks empty, or like another one, must not pass for a name.
 */

/** Halves of a character: text that no UTF-8 can hold. */
const halves = /\p{Surrogate}/u

// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const controls = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g
// oxlint-disable-next-line no-control-regex -- keeps tab and line feed, which belong to a text
const controlsInText = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029]+/g

/** They turn the direction of writing: nobody's name rearranges what stands around it. */
const turning = /[\u202A-\u202E\u2066-\u2069]/gu

/**
 * Characters without a sign of their own: all that Unicode calls ignorable, but joiners and selectors, which `unjoined` and
 * `unselected` look at; and some that it calls letters or symbols and that fonts draw as nothing.
 */
const invisible =
  /(?!\p{Join_Control}|\p{Variation_Selector})[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFC\u{1D159}]/gu
/** Texts keep of these what says where a line may break, and how digits stand among letters from right to left. */
const invisibleInText = new RegExp(
  `(?![\\u00AD\\u061C\\u200B\\u200E\\u200F\\u2060])${invisible.source}`,
  'gu',
)
/** A pattern of dots without a dot. */
const blank = /\u2800/g

/** A selector chooses a form of the character before it: of an emoji, or of a letter in a Japanese name. */
const unselected =
  /(?<![\p{L}\p{N}\p{P}\p{S}\p{M}])\p{Variation_Selector}|(?<=\p{Variation_Selector})\p{Variation_Selector}/gu
/**
 * Persian, the scripts of India and emoji need joiners between two characters; a consonant of India without its vowel, which
 * a virama says, also at the end of a word.
 */
const unjoined =
  /(?<![\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}])\p{Join_Control}|(?<!\u094D|\u09CD|\u0A4D|\u0ACD|\u0B4D|\u0BCD|\u0C4D|\u0CCD|\u0D4D|\u0DCA)\p{Join_Control}(?![\p{L}\p{M}\p{N}\p{Extended_Pictographic}])/gu

/** Marks stand on something; what has nothing of these is seen as nothing. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** Whether all of it is whole characters. What is not is refused: nobody can say what was meant. */
export function isWhole(text: string): boolean {
  return !halves.test(text)
}

/** One line, without what is invisible or turns the direction of writing; empty where nothing would be seen. */
export function writtenLine(text: string): string {
  return cleaned(text.replaceAll(controls, ' '), invisible)
}

/** Several lines, parted by `\n`; the rest as `writtenLine`. */
export function writtenText(text: string): string {
  const parted = text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll(controlsInText, '')
  return cleaned(parted, invisibleInText)
}

function cleaned(text: string, unseen: RegExp): string {
  const left = text
    .replaceAll(turning, '')
    .replaceAll(unseen, '')
    .replaceAll(blank, ' ')
    .replaceAll(unselected, '')
    .replaceAll(unjoined, '')
    .trim()
  return visible.test(left) ? left : ''
}
