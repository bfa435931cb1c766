import type { Command } from 'commander';
import { settings } from '../settings.ts';

export function addSettings(program: Command): void {
  program
    .command('settings')
    .description('Lists the environment variables that set up the service.')
    .addHelpText('after', '\nExample:\n  attested settings')
    .action(() => console.log(settingsText()));
}

/** Every setting: what it means, what it may be, and what it is when nothing is said. */
function settingsText(): string {
  return Object.values(settings)
    .map(
      ({ name, description, expected, usual }) =>
        `${name}\n  ${description}\n  It should be ${expected}. ${usual ? `Unless set, it is ${usual}.` : 'Unless set, it is empty.'}`,
    )
    .join('\n\n');
}
