/* What lies on this device for this host: named when consent begins, removed when it ends. Loaded only then. */
const { services, site } = __CONFIG__;
const cookieNames = () => document.cookie.split("; ").map(c => c.split("=")[0]).filter(Boolean);

/* A cookie is gone only for the path and domain it was set with, and a script cannot ask for these: so all of them. */
function expire(name) {
  const labels = location.hostname.split("."), parts = location.pathname.split("/");
  const domains = ["", ...labels.map((_, i) => ";domain=" + labels.slice(i).join("."))];
  const paths = parts.flatMap((_, i) => ["", "/"].map(end => parts.slice(0, i + 1).join("/") + end));
  const kinds = location.protocol === "https:" ? [";secure", ";secure;partitioned"] : [""];
  for (const domain of domains) for (const path of paths) for (const kind of kinds)
    document.cookie = `${name}=;max-age=0;path=${path || "/"}${domain}${kind}`;
}

const drop = name => new Promise(done => {
  const asked = indexedDB.deleteDatabase(name);
  asked.onsuccess = asked.onerror = asked.onblocked = done;
});

async function workers() {
  const found = await navigator.serviceWorker.getRegistrations();
  return found.map(r => [new URL((r.active || r.waiting || r.installing || { scriptURL: r.scope }).scriptURL).pathname, () => r.unregister()]);
}

const of = (names, remove) => names.map(name => [name, () => remove(name)]);
const STORES = {
  cookie: () => of(cookieNames(), expire),
  local: () => of(Object.keys(localStorage), n => localStorage.removeItem(n)),
  session: () => of(Object.keys(sessionStorage), n => sessionStorage.removeItem(n)),
  indexeddb: async () => of((await indexedDB.databases()).map(d => d.name), drop),
  cache: async () => of(await caches.keys(), n => caches.delete(n)),
  worker: workers
};

async function list() {
  const found = [];
  for (const kind in STORES) try {
    for (const [name, remove] of await STORES[kind]()) found.push([kind + ":" + name, name, remove]);
  } catch { /* not there or blocked: then nothing lies there */ }
  return found;
}

/* Everything that lies here now. */
export const names = async () => (await list()).map(([key]) => key);

/* Removes the entries of the services `lost`, and what came after consent (`before`, if known, is what lay here then);
   what the site declares as its own and what a granted service is known by stays. */
export async function clear(lost, granted, before) {
  const patterns = ids => services.filter(s => ids.includes(s[0])).flatMap(s => s[1]);
  const gone = patterns(lost), stay = site.concat(patterns(granted));
  const fits = (name, list) => list.some(p =>
    RegExp("^" + p.replace(/\W/g, c => c === "*" ? ".*" : "\\" + c) + "$").test(name));
  for (const [key, name, remove] of await list())
    if (!fits(name, stay) && (fits(name, gone) || (before && !before.includes(key)))) await remove();
  return true;
}
