/** How many tickets are open, for the menu. */
import { api } from '../kit/api.ts'

export default async function openTickets(): Promise<Readonly<Record<string, number>>> {
  const items = await api.get('/api/tickets')
  return { '/tickets': items.length }
}
