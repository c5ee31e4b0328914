import { piecesOf } from '../../chat/links.ts'

/** Plain text; addresses in it can be followed, in another tab that learns nothing of this one. */
export function MessageText({ text }: { text: string }) {
  return piecesOf(text).map((piece, at) =>
    piece.kind === 'link' ? (
      <a key={at} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
        {piece.text}
      </a>
    ) : (
      <span key={at}>{piece.text}</span>
    ),
  )
}
