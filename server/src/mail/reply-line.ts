const most = 200

/**
 * What somebody else said, fit for a log, a page and a terminal: one line of at most 200 characters, without what
 * controls a terminal, without addresses, and without the `secrets`.
 */
export function replyLine(text: string, secrets: readonly string[] = []): string {
  const bare = secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)
    .replaceAll(/[^\s<>"'(),;:]+@[^\s<>"'(),;]+/g, '[address]')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
  if (bare.length <= most) return bare
  return `${bare.slice(0, most - 1).replace(/\p{Surrogate}$/u, '')}…`
}
