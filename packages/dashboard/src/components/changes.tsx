import { texts } from '../texts/index.ts'
import styles from './changes.module.css'
import { exactly, isExact } from './exact-json.ts'

export interface ChangesProps {
  /** As the API shows it; null when there was nothing before. */
  readonly before: unknown
  readonly after: unknown
}

/** What two states of one thing differ in, field by field. */
export function Changes({ before, after }: ChangesProps) {
  const [was, is] = [flatten(exactly(before)), flatten(exactly(after))]
  const fields = [...new Set([...was.keys(), ...is.keys()])]
  const changed = fields.filter((field) => was.get(field) !== is.get(field))
  const { field, before: beforeTitle, after: afterTitle } = texts.settings.audit
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{field}</th>
          <th scope="col">{beforeTitle}</th>
          <th scope="col">{afterTitle}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map((name) => (
          <tr key={name}>
            <td className="mono">{name}</td>
            <td>{was.has(name) && <span className={styles.before}>{was.get(name)}</span>}</td>
            <td>{is.has(name) && <span className={styles.after}>{is.get(name)}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** `{ a: { b: 1 } }` is `a.b → 1`; lists are one value. */
function flatten(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (value === null || value === undefined) return new Map()
  if (typeof value !== 'object' || Array.isArray(value) || isExact(value)) {
    return new Map([[path, typeof value === 'string' ? value : JSON.stringify(value)]])
  }
  return new Map(
    Object.entries(value).flatMap(([name, inner]) => [
      ...flatten(inner, path === '' ? name : `${path}.${name}`),
    ]),
  )
}
