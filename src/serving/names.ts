import { isIP } from 'node:net';

/** Whether a request that says it is for this host name, as an URL has it, in lower case, is for us. */
export type IsOurs = (hostname: string) => boolean;

/**
 * By which names the service goes. A page of anybody's can have its own name lead to this machine (DNS rebinding), and is then, to the
 * browser, a page of ours: so where only this machine may ask, a name counts when nobody else can give it. Addresses and localhost do.
 * Where other machines may ask (`host` is no address of this machine alone), any name does, unless some are listed; with "*" any name always does.
 */
export function namesOf({ host, hosts }: { readonly host: string; readonly hosts: readonly string[] }): IsOurs {
  if (hosts.includes('*') || (hosts.length === 0 && !isOwn(host))) return () => true;
  const names = new Set([host, ...hosts].map((name) => name.toLowerCase()));
  return (hostname) => isAddress(hostname) || isLocalhost(hostname) || names.has(hostname);
}

/** Whether what listens there is reached from this machine alone. */
function isOwn(host: string): boolean {
  return isLocalhost(host.toLowerCase()) || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function isLocalhost(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost');
}

function isAddress(hostname: string): boolean {
  return isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0;
}
