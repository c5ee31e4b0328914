import type { Invite, Mail } from '../mail.ts'
import type { Block, Letter, Link } from './blocks.ts'
import { oneLine, severalLines } from './clean.ts'
import { mailHtml } from './mail-html.ts'
import { plainText } from './plain-text.ts'

/** The mail of a letter. Every string is cleaned here, so that no letter can forget it. */
export function writeMail(to: string, letter: Letter, invite?: Invite): Mail {
  const cleaned = {
    subject: oneLine(letter.subject),
    preview: oneLine(letter.preview),
    blocks: letter.blocks.map(cleanBlock),
  }
  return {
    to,
    subject: cleaned.subject,
    text: `${plainText(cleaned)}\n`,
    html: mailHtml(cleaned),
    ...(invite ? { invite } : {}),
  }
}

function cleanBlock(block: Block): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return { ...block, text: oneLine(block.text) }
    case 'time':
      return { ...block, title: oneLine(block.title), lines: block.lines.map(oneLine) }
    case 'facts':
      return {
        ...block,
        facts: block.facts.map(({ label, lines }) => ({ label, lines: lines.map(oneLine) })),
      }
    case 'quote':
      return { ...block, label: oneLine(block.label), text: severalLines(block.text) }
    case 'button':
      return { ...block, ...cleanLink(block) }
    case 'links':
      return { ...block, links: block.links.map(cleanLink) }
    case 'code':
      return { ...block, text: oneLine(block.text) }
    case 'divider':
      return block
  }
}

/** Throws for what is no web address: a link of ours is one. */
function cleanLink(link: Link): Link {
  if (!/^https?:\/\/[^\s"<>]+$/.test(link.href))
    throw new Error('A link of a mail is no web address')
  return { ...link, text: oneLine(link.text) }
}
