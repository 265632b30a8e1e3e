/**
 * Starts an app: words first, then the router over a table of lazily loaded screens, the
 * memory of what was fetched, the look. Both the staff app and the panel begin here.
 */
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  parseSearchWith,
  RouterProvider,
  stringifySearchWith,
  type ErrorComponentProps,
  type RouteComponent,
} from '@tanstack/react-router'
import { StrictMode, useEffect, type ComponentType, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiRefusal, ApiUnreachable, worthRepeating } from './api.ts'
import { LinkButton } from './link.tsx'
import { EmptyState, ErrorState, SkeletonAfter } from './states.tsx'
import './styles.ts'
import { cssVariablesResolver, theme } from './theme.ts'
import { firstLanguage, loadWords, useWords, WordsProvider, type AllWords } from './words.tsx'

export type Screen = {
  /** TanStack's way: '/tickets/$number'. */
  path: string
  load: () => Promise<{ default: ComponentType }>
  /** The title of the tab. */
  title?: (words: AllWords) => string
  /** Without the frame and without a session: signing in, the public form. */
  open?: boolean
}

type App = {
  screens: readonly Screen[]
  /** The frame around screens that need a session. */
  shell: ComponentType<{ children: ReactNode }>
  /** What '/' shows when no screen has that path. */
  index?: ComponentType
  basepath?: string
  /** The words it needs; all of them unless said otherwise. */
  load?: typeof loadWords
  /** Where somebody without a session goes. */
  onSignedOut: () => void
}

export async function startApp(app: App): Promise<void> {
  const lang = firstLanguage()
  document.documentElement.lang = lang
  const words = await (app.load ?? loadWords)(lang)
  const queries = queryMemory(app.onSignedOut)
  const router = routerOf(app)
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <Look>
        <WordsProvider first={{ lang, words }} {...(app.load ? { load: app.load } : {})}>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </WordsProvider>
      </Look>
    </StrictMode>,
  )
}

const schemes = localStorageColorSchemeManager({ key: 'mantine-color-scheme-value' })

export function Look({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      colorSchemeManager={schemes}
    >
      {children}
    </MantineProvider>
  )
}

function queryMemory(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (problem) =>
        problem instanceof ApiRefusal && problem.code === 'not_signed_in' && onSignedOut(),
    }),
    defaultOptions: {
      queries: { staleTime: 15_000, gcTime: 600_000, retry: worthRepeating },
      mutations: { retry: false },
    },
  })
}

function routerOf({ screens, shell: Shell, index, basepath }: App) {
  const root = createRootRoute({
    component: Outlet,
    errorComponent: ScreenError,
    notFoundComponent: NotFound,
  })
  const framed = createRoute({
    getParentRoute: () => root,
    id: 'framed',
    component: () => (
      <Shell>
        <Outlet />
      </Shell>
    ),
    notFoundComponent: NotFound,
  })
  const open = createRoute({ getParentRoute: () => root, id: 'open', component: Outlet })
  const routeOf = (screen: Screen, parent: typeof framed | typeof open) =>
    createRoute({
      getParentRoute: () => parent as typeof framed,
      path: screen.path,
      component: titled(lazyRouteComponent(screen.load), screen.title),
      pendingComponent: () => <SkeletonAfter />,
      errorComponent: ScreenError,
    })
  const inside = screens.filter((s) => !s.open).map((s) => routeOf(s, framed))
  if (index && !screens.some((s) => s.path === '/'))
    inside.push(
      createRoute({ getParentRoute: () => framed, path: '/', component: index as RouteComponent }) as never,
    )
  framed.addChildren(inside)
  open.addChildren(screens.filter((s) => s.open).map((s) => routeOf(s, open)))
  return createRouter({
    routeTree: root.addChildren([framed, open]),
    ...(basepath ? { basepath } : {}),
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultNotFoundComponent: NotFound,
    // Addresses stay as people type them: every value is text.
    parseSearch: parseSearchWith((value) => value),
    stringifySearch: stringifySearchWith((value) => String(value)),
  })
}

function titled(
  Shown: ComponentType & { preload?: () => Promise<unknown> },
  title: Screen['title'],
): RouteComponent {
  const Titled = () => {
    const words = useWords()
    const text = title ? `${title(words)} – ${words.kit.product}` : words.kit.product
    useEffect(() => {
      document.title = text
    }, [text])
    return <Shown />
  }
  return Object.assign(Titled, Shown.preload ? { preload: Shown.preload } : {}) as RouteComponent
}

function ScreenError({ error, reset }: ErrorComponentProps) {
  const { kit } = useWords()
  const unreachable = error instanceof ApiUnreachable
  return (
    <ErrorState
      sentence={unreachable ? kit.errors.offline : kit.errors.screen}
      explanation={
        error instanceof ApiRefusal
          ? error.message
          : unreachable
            ? kit.errors.offlineWhy
            : kit.errors.screenWhy
      }
      incident={error instanceof ApiRefusal ? error.incident : undefined}
      onRetry={reset}
      {...(unreachable ? { retrySeconds: 15 } : {})}
    />
  )
}

function NotFound() {
  const { kit } = useWords()
  return (
    <EmptyState
      sentence={kit.errors.notFound}
      explanation={kit.errors.notFoundWhy}
      action={
        <LinkButton to="/" size="lg">
          {kit.errors.home}
        </LinkButton>
      }
    />
  )
}
