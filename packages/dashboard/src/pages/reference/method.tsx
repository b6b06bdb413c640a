import styles from './reference.module.css'

/** The method of an operation, in its own colour; the word says it as well. */
export function Method({ method }: { readonly method: string }) {
  return (
    <span className={styles.method} data-method={method}>
      {method}
    </span>
  )
}
