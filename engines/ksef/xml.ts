/** Small, strict XML writing: escaped text, no signs that KSeF rejects, lengths kept by whole characters. */
export type Xml = string

export function element(name: string, content: Xml): Xml {
  return `<${name}>${content}</${name}>`
}

export function joined(parts: readonly Xml[]): Xml {
  return parts.join('')
}

/** A text element: white space folded (the schema's type is token), cut to its length. */
export function textOf(name: string, value: string, lengthMax: number): Xml {
  return element(name, escaped(cut(allowed(value).replace(/\s+/g, ' ').trim(), lengthMax)))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function cut(text: string, lengthMax: number): string {
  const signs = [...text]
  return signs.length <= lengthMax ? text : signs.slice(0, lengthMax).join('').trim()
}

/** What XML 1.0 forbids and what KSeF discourages: U+007F–U+0084, U+0086–U+009F, U+FDD0–U+FDEF, …FFFE, …FFFF, lone surrogates. */
function allowed(text: string): string {
  return [...text].filter((sign) => isAllowed(sign.codePointAt(0)!)).join('')
}

function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  if (code >= 0x7f && code <= 0x9f) return code === 0x85
  if (code >= 0xd800 && code <= 0xdfff) return false
  if (code >= 0xfdd0 && code <= 0xfdef) return false
  return (code & 0xfffe) !== 0xfffe
}
