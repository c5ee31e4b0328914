/** What stands in the place of a text that a translator took out. */
const standIns = new WeakMap<Node, ChildNode>()

/**
 * Lets translators of pages work beside React. They put a `<font>` into the place of each text, or around it. React goes
 * on writing into the text that it made, which nobody sees any more, and an exception ends the page when that text is to
 * go or something is to come before it. From here on both reach what stands in its place. Call it once, before React.
 */
export function allowTranslation(): void {
  new MutationObserver((records) => records.forEach(note)).observe(document, {
    childList: true,
    subtree: true,
  })
  writeThrough()
  removeThrough()
  insertThrough()
}

function note({ removedNodes, addedNodes, previousSibling, nextSibling }: MutationRecord): void {
  for (const text of removedNodes) {
    if (!(text instanceof Text)) continue
    const standIn = [addedNodes[0], previousSibling, nextSibling].find(isFont)
    if (standIn) standIns.set(text, standIn)
  }
}

function isFont(node: Node | null | undefined): node is HTMLElement {
  return node instanceof HTMLElement && node.tagName === 'FONT'
}

/** The child of `parent` that stands for `node`: around it, or instead of it. */
function standInOf(node: Node, parent: Node): ChildNode | null {
  let around: Node = node
  while (around.parentNode && around.parentNode !== parent) around = around.parentNode
  if (around !== node && around.parentNode === parent && isFont(around)) return around
  const instead = standIns.get(node)
  return instead?.parentNode === parent ? instead : null
}

function writeThrough(): void {
  const native = [Text, CharacterData, Node]
    .map(({ prototype }) => Object.getOwnPropertyDescriptor(prototype, 'nodeValue'))
    .find((own) => own !== undefined)
  if (!native) return
  Object.defineProperty(Text.prototype, 'nodeValue', {
    ...native,
    set(this: Text, value: string) {
      // Back in its place; the translator sees that, and translates the new words.
      if (!this.parentNode) standIns.get(this)?.replaceWith(this)
      native.set?.call(this, value)
    },
  })
}

function removeThrough(): void {
  const native = methodOf('removeChild')
  Node.prototype.removeChild = function removeChild<T extends Node>(this: Node, child: T): T {
    if (child.parentNode === this) return native.call(this, child) as T
    const standIn = standInOf(child, this)
    if (standIn) native.call(this, standIn)
    // Taken out together with its neighbours: there is nothing left to do.
    else if (child.parentNode) native.call(this, child)
    return child
  }
}

function insertThrough(): void {
  const native = methodOf('insertBefore')
  Node.prototype.insertBefore = function insertBefore<T extends Node>(
    this: Node,
    node: T,
    before: Node | null,
  ): T {
    const place = before && before.parentNode !== this ? standInOf(before, this) : before
    return native.call(this, node, place) as T
  }
}

type Method = (this: Node, ...nodes: (Node | null)[]) => Node

function methodOf(name: 'insertBefore' | 'removeChild'): Method {
  return Object.getOwnPropertyDescriptor(Node.prototype, name)?.value as Method
}
