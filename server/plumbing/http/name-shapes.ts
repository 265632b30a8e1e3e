/**
 * Names shapes for the OpenAPI document: a named one is a component there, its uses are
 * references, and the web calls its type by the name (`Schemas.Ticket`).
 *
 * Name every view, and every part that more than one shape contains.
 */
import { z } from 'zod'

export function nameShapes(shapes: Record<string, z.ZodType>): void {
  for (const [id, shape] of Object.entries(shapes)) z.globalRegistry.add(shape, { id })
}
