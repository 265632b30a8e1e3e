/** Of the lines as typed, only what differs from before goes into a correction. */
export type TypedLine = { position: number; name: string; quantity: string; unitPrice: string; vat: string }
export type ChangedLine = { position: number } & Partial<Omit<TypedLine, 'position'>>

const fields = ['name', 'quantity', 'unitPrice', 'vat'] as const

export function changedLines(before: readonly TypedLine[], typed: readonly TypedLine[]): ChangedLine[] {
  return typed.flatMap((line) => {
    const was = before.find((one) => one.position === line.position)
    const changed = fields.filter((field) => line[field].trim() !== was?.[field])
    if (changed.length === 0) return []
    return [
      { position: line.position, ...Object.fromEntries(changed.map((field) => [field, line[field].trim()])) },
    ]
  })
}
