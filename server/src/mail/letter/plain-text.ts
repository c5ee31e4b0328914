import type { Block, Fact, Letter, Link } from './blocks.ts'

/** The letter for programs and people that want no HTML. */
export function plainText({ blocks }: Letter): string {
  return blocks.map(textOf).join('\n\n')
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return block.text
    case 'time': {
      const { label, title, span, lines } = block
      return [...(label === undefined ? [] : [`${label}:`]), title, span, ...lines].join('\n')
    }
    case 'facts':
      return block.facts.map(factText).join('\n')
    case 'quote':
      // Every line is marked: nobody's words can look like a part of the letter.
      return [`${block.label}:`, ...block.text.split('\n').map((line) => `> ${line}`)].join('\n')
    case 'button':
      return linkText(block)
    case 'links':
      return block.links.map(linkText).join('\n\n')
    case 'code':
      return `${block.label}: ${block.text}`
    case 'divider':
      return '---'
  }
}

function factText({ label, lines }: Fact): string {
  return `${label}: ${lines.join('\n  ')}`
}

function linkText({ text, href, note }: Link): string {
  return [`${text}:`, href, ...(note === undefined ? [] : [note])].join('\n')
}
