import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { setupQuery } from '../../app/setup.ts'
import { texts } from '../../texts/index.ts'

const { fields } = texts.entry

export interface AccountValues {
  readonly accountName: string
  readonly countryCode: string
  readonly currencyCode: string
}

export interface AccountFieldsProps {
  readonly values: AccountValues
  readonly errors: Readonly<Record<string, React.ReactNode>>
  readonly onChange: (change: Partial<AccountValues>) => void
}

/** Name, country and currency of an account; the country proposes its currency. */
export function AccountFields({ values, errors, onChange }: AccountFieldsProps) {
  const { data: setup } = useQuery(setupQuery)
  const countries = setup?.countries ?? []
  const currencies = setup?.currencies ?? []
  const chooseCountry = (code: string | null) => {
    const { currencyCode } = countries.find((country) => country.code === code) ?? {}
    const isOffered = currencies.some((currency) => currency.code === currencyCode)
    onChange({
      countryCode: code ?? '',
      ...(isOffered && currencyCode !== undefined && { currencyCode }),
    })
  }
  return (
    <>
      <TextInput
        label={fields.accountName}
        description={fields.accountNameHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="organization"
        maxLength={100}
        value={values.accountName}
        error={errors.accountName}
        onChange={(event) => onChange({ accountName: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={fields.country}
          placeholder={fields.choose}
          searchable
          selectFirstOptionOnChange
          data={countries.map(({ code, name }) => ({ value: code, label: name }))}
          value={values.countryCode || null}
          error={errors.countryCode}
          onChange={chooseCountry}
        />
        <Select
          label={fields.currency}
          description={fields.currencyHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={fields.choose}
          searchable
          selectFirstOptionOnChange
          data={currencies.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
          value={values.currencyCode || null}
          error={errors.currencyCode}
          onChange={(code) => onChange({ currencyCode: code ?? '' })}
        />
      </SimpleGrid>
    </>
  )
}

/** What is missing, by field. */
export function checkAccount(values: AccountValues): Partial<Record<keyof AccountValues, string>> {
  const { problems } = texts.entry
  return {
    ...(values.accountName.trim() === '' && { accountName: problems.accountName }),
    ...(values.countryCode === '' && { countryCode: problems.country }),
    ...(values.currencyCode === '' && { currencyCode: problems.currency }),
  }
}
