/** What the tab of an expert's page says. */
export function expertTitle(expert: { readonly name: string; readonly headline: string }): string {
  return `${expert.name}, ${expert.headline}`
}
