/** Names of sites, classes and services are texts that people write: case and outer spaces say nothing. */
export const isSameName = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a !== undefined && a !== null && b !== undefined && b !== null && (a === b || plainName(a) === plainName(b))

const plainName = (text: string): string => text.trim().toLocaleLowerCase('pl')
