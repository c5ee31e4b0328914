import { Window } from 'happy-dom'
import type { Mail } from '../../src/mail/mail.ts'

const { DOMParser } = new Window()

export interface ReadHtml {
  /** Of what is seen, without the product's name above it. */
  readonly words: readonly string[]
  readonly links: readonly string[]
  /** Names of elements and of attributes, each once. */
  readonly elements: readonly string[]
  readonly attributes: readonly string[]
}

/** A mail's HTML as a program reads it. */
export function readHtml(html: string): ReadHtml {
  const document = new DOMParser().parseFromString(html, 'text/html')
  const elements = [...document.querySelectorAll('*')]
  const card = document.querySelector('.card')
  if (!card) throw new Error('The mail has no card')
  return {
    words: wordsOf(textsIn(card as unknown as Node).join(' ')),
    links: elements.map((each) => each.getAttribute('href')).filter((href) => href !== null),
    elements: [...new Set(elements.map(({ tagName }) => tagName.toLowerCase()))],
    attributes: [...new Set(elements.flatMap((each) => each.getAttributeNames()))],
  }
}

function textsIn(node: Node): string[] {
  if (node.nodeType === 3) return [node.textContent ?? '']
  return [...node.childNodes].flatMap(textsIn)
}

/** The words of the plain text without the marks that only it has. */
export function textWords({ text }: Pick<Mail, 'text'>): string[] {
  const lines = text.split('\n').filter((line) => !/^https?:\/\/\S+$/.test(line) && line !== '---')
  return wordsOf(lines.map((line) => line.replace(/^> /, '')).join(' '))
}

export function textLinks({ text }: Pick<Mail, 'text'>): string[] {
  return text.split('\n').filter((line) => /^https?:\/\/\S+$/.test(line))
}

function wordsOf(text: string): string[] {
  return text.split(/[\s:()]+/).filter(Boolean)
}
