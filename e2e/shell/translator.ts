/** As the translators of browsers do it, again and again: each text gives its place to a `<font>` with other words. */
export function translate(): void {
  const isOurs = (text: Text) => {
    const parent = text.parentElement
    if (!parent || text.data.trim() === '') return false
    return !parent.closest('font, script, style, title, textarea, [translate="no"]')
  }
  const work = () => {
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    for (const text of texts.filter(isOurs)) {
      const font = document.createElement('font')
      // The words stay the same, so that the steps of the other tests find their way.
      font.append(document.createElement('font'))
      font.firstElementChild?.append(text.data)
      text.replaceWith(font)
    }
  }
  // From the first render on, between any two others.
  new MutationObserver(work).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
  })
}
