/**
 * Whether this document was loaded as the page of a call. Camera and microphone are allowed to those alone: whoever came
 * here from another page without loading anew, as after signing in, could use neither.
 */
export function isOwnDocument(): boolean {
  const [loaded] = performance.getEntriesByType('navigation')
  return loaded === undefined || /(\/call|^\/practice)\/?$/.test(new URL(loaded.name).pathname)
}
