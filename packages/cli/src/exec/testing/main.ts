// The command as the main program adds it, so that tests need nothing but this folder.
import { Command } from 'commander'
import { execCommand } from '../../commands/exec.ts'

await new Command('scrip').enablePositionalOptions().addCommand(execCommand()).parseAsync()
