/** The header of a page with the way to it; on a phone only the beginning and the end of the way fit. */
import { useMediaQuery } from '@mantine/hooks'
import type { ComponentProps } from 'react'
import { PageHeader } from '../kit/page.tsx'

export function PathHeader({ crumbs = [], ...rest }: ComponentProps<typeof PageHeader>) {
  const isWide = useMediaQuery('(min-width: 721px)', true, { getInitialValueInEffect: false })
  return (
    <PageHeader
      crumbs={isWide ? crumbs : crumbs.filter((_, i) => i === 0 || i === crumbs.length - 1)}
      {...rest}
    />
  )
}
