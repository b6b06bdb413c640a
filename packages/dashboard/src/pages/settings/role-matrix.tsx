import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useCall } from '../../app/api.ts'
import { mayIn } from '../../app/session.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import styles from './role-matrix.module.css'

const { team: words, roles } = texts.settings

/** Every role beside what it may do, as the server decides it. */
export function RoleMatrix() {
  const { data = [], error } = useCall('GET /roles', {})
  return (
    <Section title={words.matrix} isFlush>
      {error && <ErrorNotice error={error} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={styles.scroll} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.capability}</th>
              {data.map(({ role }) => (
                <th key={role} scope="col" title={roles.texts[role]}>
                  {roles.names[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(roles.capabilities).map(([scope, label]) => (
              <tr key={scope}>
                <th scope="row">{label}</th>
                {data.map(({ role, test, live }) => (
                  <td key={role}>
                    <Cell test={mayIn(test, scope)} live={mayIn(live, scope)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function Cell({ test, live }: { readonly test: boolean; readonly live: boolean }) {
  if (live) return <IconCheck size={16} aria-label={words.may} className={styles.may} />
  if (test) return <span className={styles.test}>{words.testOnly}</span>
  return <IconMinus size={14} aria-label={words.mayNot} className={styles.not} />
}
