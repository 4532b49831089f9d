import { MorganError } from "../lib/errors.ts";
import { problemResponse, serviceApp, type ServiceContext } from "../lib/http/mod.ts";
import type { ServiceName } from "./names.ts";
import type { Service } from "./service.ts";

/** Under which path a process answers for a service of its own that is not core. */
export function servicePath(name: ServiceName): string {
  return `/services/${name}`;
}

const OF_A_SERVICE = /^\/services\/([a-z]+)(?=\/)/;

/**
 * The handler of a process: core at the root, where core runs in it, and, where services of other processes may call, each other service
 * under `servicePath`. Without core the root tells how the process is.
 */
export function createFront(
  running: ReadonlyMap<ServiceName, Pick<Service, "app">>,
  context: ServiceContext,
  { toOthers }: { toOthers: boolean },
): (request: Request) => Response | Promise<Response> {
  const root = running.get("core")?.app ?? serviceApp("process", context);
  if (!toOthers) return (request) => root.request(request);
  return (request) => {
    const url = new URL(request.url);
    const [prefix = "", name] = OF_A_SERVICE.exec(url.pathname) ?? [];
    if (name === undefined) return root.request(request);
    const service = [...running].find(([running]) => running === name && name !== "core")?.[1];
    if (!service) return problemResponse(notHere(name, running));
    url.pathname = url.pathname.slice(prefix.length);
    return service.app.request(new Request(url, request));
  };
}

function notHere(name: string, running: ReadonlyMap<ServiceName, unknown>): MorganError {
  return new MorganError("not_found", `The service ${name} does not run in this process.`, {
    hint: `It runs ${[...running.keys()].join(", ")}. Set services.${name}.url to the process that runs it.`,
  });
}
