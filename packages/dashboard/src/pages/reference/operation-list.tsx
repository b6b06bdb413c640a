import { Select, TextInput, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronRight, IconSearch } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Fragment, useEffect, useRef, useState } from 'react'
import { useUrlState } from '../../app/url-state.ts'
import { usePath } from '../../components/page-link.tsx'
import { texts } from '../../texts/index.ts'
import { Method } from './method.tsx'
import { groupsOf, type Operation, type OperationGroup, searchOperations } from './operations.ts'
import styles from './reference.module.css'

const { list: words } = texts.reference

interface OperationListProps {
  readonly operations: readonly Operation[]
  readonly current: Operation | undefined
  /** False for the overview, and for what there is not. */
  readonly isOverview: boolean
}

/** Where there is no room for a list beside the page; the style sheet says the same. */
const NARROW = '(max-width: 62em)'

/** Every operation, to search and to choose: a list beside the page, a field above it on a phone. */
export function OperationList(props: OperationListProps) {
  const isNarrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false })
  return (
    <nav className={styles.list} aria-label={words.label}>
      {isNarrow ? <Chooser {...props} /> : <Lists {...props} />}
    </nav>
  )
}

function Lists({ operations, current, isOverview }: OperationListProps) {
  const navigate = useNavigate()
  const path = usePath()('/developers/reference')
  const [text, setText] = useState('')
  const found = searchOperations(operations, text)
  const isSearch = text.trim() !== ''
  const [first] = found
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (current !== undefined) bringInto(list.current)
  }, [current])
  return (
    <div className={styles.wide}>
      <TextInput
        type="search"
        data-search
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !isSearch || first === undefined) return
          // Not by what keeps the place on the page: the next operation begins at its top.
          void navigate({ to: path, search: { operation: first.id } as never })
        }}
      />
      <p className={styles.found} role="status">
        {isSearch && (first === undefined ? words.none : words.found(found.length))}
      </p>
      <div className={styles.scroll} ref={list}>
        {!isSearch && <Entry isCurrent={isOverview} operation={undefined} />}
        <Groups operations={found} current={current} isSearch={isSearch} />
      </div>
    </div>
  )
}

/** Shows what is chosen where the list has been scrolled past it; the page itself stays. */
function bringInto(list: HTMLElement | null): void {
  const entry = list?.querySelector<HTMLElement>('[aria-current="page"]')
  if (!list || !entry) return
  const top = entry.getBoundingClientRect().top - list.getBoundingClientRect().top
  const isSeen = top >= 0 && top + entry.offsetHeight <= list.clientHeight
  if (!isSeen) list.scrollTop += top - list.clientHeight / 3
}

interface GroupsProps extends Omit<OperationListProps, 'isOverview'> {
  readonly isSearch: boolean
}

const keyOf = ({ api, tag }: Pick<Operation, 'api' | 'tag'>): string => `${api} ${tag}`

function Groups({ operations, current, isSearch }: GroupsProps) {
  const [opened, setOpened] = useState<Readonly<Record<string, boolean>>>({})
  const [shown, setShown] = useState<Operation>()
  // A group that is opened for what is chosen stays open when that is left.
  if (current !== shown) {
    setShown(current)
    if (current !== undefined) setOpened({ ...opened, [keyOf(current)]: true })
  }
  const groups = groupsOf(operations)
  return groups.map((group, index) => {
    const { api } = group
    const key = keyOf(group)
    const isOpen = isSearch || (opened[key] ?? api === 'giftCards')
    return (
      <Fragment key={key}>
        {groups[index - 1]?.api !== api && <p className={styles.api}>{words[api]}</p>}
        <Group
          group={group}
          current={current}
          isOpen={isOpen}
          onToggle={() => setOpened({ ...opened, [key]: !isOpen })}
        />
      </Fragment>
    )
  })
}

interface GroupProps {
  readonly group: OperationGroup
  readonly current: Operation | undefined
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function Group({ group: { tag, operations }, current, isOpen, onToggle }: GroupProps) {
  return (
    <div>
      <UnstyledButton className={styles.tag} aria-expanded={isOpen} onClick={onToggle}>
        <IconChevronRight size={14} aria-hidden />
        {tag}
      </UnstyledButton>
      {isOpen && (
        <ul className={styles.entries}>
          {operations.map((operation) => (
            <li key={operation.id}>
              <Entry operation={operation} isCurrent={operation === current} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface EntryProps {
  /** Undefined for the overview. */
  readonly operation: Operation | undefined
  readonly isCurrent: boolean
}

function Entry({ operation, isCurrent }: EntryProps) {
  const path = usePath()('/developers/reference')
  return (
    <Link
      to={path as never}
      search={(operation === undefined ? {} : { operation: operation.id }) as never}
      className={styles.entry}
      aria-current={isCurrent ? 'page' : undefined}
      title={operation?.path}
      // An address with more in it is not the overview's.
      activeOptions={{ exact: true }}
    >
      <span>{operation?.summary ?? words.overview}</span>
      {operation && <Method method={operation.method} />}
    </Link>
  )
}

/** The list where there is no room for it. */
function Chooser({ operations, current }: OperationListProps) {
  const [, setState] = useUrlState({ operation: '', tab: 'docs' })
  const byId = new Map(operations.map((operation) => [operation.id, operation]))
  return (
    <Select
      data-search
      aria-label={words.label}
      placeholder={words.search}
      searchable
      clearable
      limit={operations.length}
      maxDropdownHeight={400}
      nothingFoundMessage={words.none}
      value={current?.id ?? null}
      onChange={(id) => setState({ operation: id ?? '', tab: 'docs' })}
      data={groupsOf(operations).map(({ api, tag, operations: members }) => ({
        group: `${words[api]}: ${tag}`,
        items: members.map(({ id, summary }) => ({ value: id, label: summary })),
      }))}
      renderOption={({ option }) => (
        <span className={styles.option}>
          <span>
            {option.label}
            <code>{byId.get(option.value)?.path}</code>
          </span>
          <Method method={byId.get(option.value)?.method ?? ''} />
        </span>
      )}
    />
  )
}
