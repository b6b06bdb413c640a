import { test as base } from 'vitest'
import {
  createInstallation,
  type Installation,
  type InstallationOptions,
} from './server-process.ts'

type Install = (options?: InstallationOptions) => Installation

/** A test that can make data directories; they, and all that runs on them, end with the test. */
// biome-ignore lint/correctness/noEmptyPattern: Vitest reads the parameter's text and wants a pattern.
export const test = base.extend('install', ({}, { onCleanup }): Install => {
  const installations: Installation[] = []
  onCleanup(async () => {
    for (const installation of installations) await installation.remove()
  })
  return (options) => {
    const installation = createInstallation(options)
    installations.push(installation)
    return installation
  }
})
