/** One quiet live region per page, for what a screen reader should hear and the eye already sees. */
let region: HTMLElement | undefined

export function announce(sentence: string): void {
  if (!region) {
    region = document.createElement('div')
    region.className = 'sr-only'
    region.setAttribute('aria-live', 'polite')
    region.setAttribute('role', 'status')
    document.body.append(region)
  }
  region.textContent = ''
  const said = region
  // An emptied region is read again even when the sentence is the same.
  requestAnimationFrame(() => (said.textContent = sentence))
}
