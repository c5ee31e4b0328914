/** `1234 5678`: eight digits are read out and typed in two halves. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}
