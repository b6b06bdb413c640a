import { PasswordInput, type PasswordInputProps, Progress, Text } from '@mantine/core'
import { texts } from '../texts/index.ts'

/** What the server takes. */
export const PASSWORD_MIN = 10

/** A field for a new password, which says how good it is while it is typed. */
export function NewPasswordField(props: PasswordInputProps & { readonly value: string }) {
  const { value } = props
  const { percent, color, words } = strengthOf(value)
  return (
    <div>
      <PasswordInput
        autoComplete="new-password"
        maxLength={128}
        description={texts.common.passwordRule(PASSWORD_MIN)}
        {...props}
      />
      {value !== '' && (
        <div aria-live="polite">
          <Progress.Root size={4} mt={8}>
            <Progress.Section
              value={percent}
              color={color}
              aria-label={texts.entry.strength.label}
            />
          </Progress.Root>
          <Text size="xs" c="dimmed" mt={4}>
            {words}
          </Text>
        </div>
      )}
    </div>
  )
}

const COMMON = /pass|word|qwert|azerty|letmein|welcome|admin|openscrip|12345|abcd|iloveyou/i

/** A guess, by length and variety: a hint to whoever types, not a gate. */
export function strengthOf(password: string): {
  readonly percent: number
  readonly color: string
  readonly words: string
} {
  const { short, weak, fair, strong } = texts.entry.strength
  const missing = PASSWORD_MIN - password.length
  if (missing > 0) {
    return { percent: password.length * 4, color: 'red', words: short(missing) }
  }
  const different = new Set(password).size
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w]|_/].filter((kind) => kind.test(password)).length
  const score = different + kinds * 2 - (COMMON.test(password) ? 8 : 0)
  if (score < 12) return { percent: 45, color: 'amber', words: weak }
  if (score < 17) return { percent: 72, color: 'spruce.5', words: fair }
  return { percent: 100, color: 'spruce', words: strong }
}
