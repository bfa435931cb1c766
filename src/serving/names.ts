import { isIP } from 'node:net';

/** Whether a request that says it is for this host name is for us. */
export type IsOurs = (hostname: string) => boolean;

/**
 * By which names the service goes. A page of anybody's can have its own name lead to this machine (DNS rebinding), and is then, to the
 * browser, a page of ours: so where only this machine may ask, a name counts when nobody else can give it. Addresses and localhost do.
 * Where other machines may ask (`host` is no address of this machine alone), any name does, unless some are listed; with "*" any name always does.
 */
export function namesOf({ host, hosts }: { readonly host: string; readonly hosts: readonly string[] }): IsOurs {
  if (hosts.includes('*') || (hosts.length === 0 && !isOwn(host))) return () => true;
  const names = new Set([host, ...hosts].map((name) => name.toLowerCase()));
  return (hostname) => isAddress(hostname) || isOwn(hostname) || names.has(hostname.toLowerCase());
}

/** Whether it is this machine, whoever says it. */
function isOwn(hostname: string): boolean {
  const name = hostname.toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || name === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(name);
}

function isAddress(hostname: string): boolean {
  return isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0;
}
