/**
 * The element that an arrow key leads to among tiles that flow in rows: left and right in reading order, up and down
 * to the nearest one of the next row. Home and End are the first and the last.
 */
export function arrowTarget(
  tiles: readonly HTMLElement[],
  from: HTMLElement,
  key: string,
): HTMLElement | undefined {
  const at = tiles.indexOf(from)
  switch (key) {
    case 'ArrowLeft':
      return tiles[at - 1]
    case 'ArrowRight':
      return tiles[at + 1]
    case 'ArrowUp':
      return inNextRow(tiles.slice(0, at).toReversed(), from)
    case 'ArrowDown':
      return inNextRow(tiles.slice(at + 1), from)
    case 'Home':
      return tiles[0]
    case 'End':
      return tiles.at(-1)
    default:
      return undefined
  }
}

function inNextRow(ahead: readonly HTMLElement[], from: HTMLElement): HTMLElement | undefined {
  const { left, top } = from.getBoundingClientRect()
  const boxes = ahead.map((tile) => ({ tile, box: tile.getBoundingClientRect() }))
  const row = boxes.find(({ box }) => Math.abs(box.top - top) > 4)?.box.top
  const inRow = boxes.filter(({ box }) => row !== undefined && Math.abs(box.top - row) <= 4)
  const distance = ({ box }: { box: DOMRect }) => Math.abs(box.left - left)
  return inRow.toSorted((a, b) => distance(a) - distance(b))[0]?.tile
}
