/* The consent layer: nothing gated loads and nothing is stored before a choice. Contract: consent.d.ts */
"use strict";
(({ path, cookie, age, gpc, services }) => {
  const doc = document, root = doc.documentElement, ids = services.map(s => s[0]);
  if (window.Zweck) return;
  const strict = "strict" in (doc.currentScript || root).dataset, language = (root.lang || navigator.language).slice(0, 2);
  const signal = gpc && navigator.globalPrivacyControl === true, on = (name, f) => doc.addEventListener(name, f);
  let choice = read(), layer = doc.querySelector(".zweck"), opener;

  function read() {
    const [, value] = doc.cookie.match("(?:^|; )" + cookie + "=1\\.([^;]*)") || [], [, granted, denied, id] = value ? value.split(".") : [];
    const pick = text => services.filter(s => text.match(RegExp(".{" + s[1].length + "}", "g"))?.includes(s[1])).map(s => s[0]);
    return { granted: value ? pick(granted) : [], denied: value ? pick(denied) : [], id: id || "" };
  }
  const get = () => ({ ...choice, gpc: signal, decided: ids.every(i => choice.granted.concat(choice.denied).includes(i)) });
  const has = name => {
    const of = services.filter(s => s[2] === name || s[0] === name);
    return of.length > 0 && of.every(s => choice.granted.includes(s[0]));
  };
  const tell = name => doc.dispatchEvent(new CustomEvent("zweck:" + name, { detail: get() }));

  /* The gate: what was granted leaves its template; what was marked by hand comes to life. */
  const marked = "[data-service],[data-purpose]";
  function apply(from = doc) {
    if (from.matches?.(marked)) revive(from);
    from.querySelectorAll?.(marked).forEach(e => revive(e));
  }
  function revive(e, once) {
    const data = e.dataset, before = e.previousElementSibling;
    if (!once && !has(data.service || data.purpose)) return;
    if (before?.dataset.zweckFor) before.remove();
    if (e.localName === "template") {
      const content = doc.importNode(e.content, true);
      if (once && strict) content.querySelectorAll("iframe").forEach(f => f.src = path + "/frame?src=" + encodeURIComponent(f.src));
      e.replaceWith(content);
    } else if (e.type === "text/plain") {
      const s = doc.createElement("script");
      for (const a of e.attributes) if (!/^(type|data-(service|purpose|type|src))$/.test(a.name)) s.setAttribute(a.name, a.value);
      s.type = data.type || "";
      if (data.src) s.src = data.src;
      s.async = e.async;
      s.text = e.text;
      e.replaceWith(s);
    } else for (const name of ["src", "srcset", "href", "poster"]) if (data[name]) {
      e.setAttribute(name, data[name]);
      delete data[name];
    }
  }

  /* A refusal is kept at once; a consent counts only when the server has it in its books. */
  async function set(wanted, method = "api") {
    const old = choice.granted, granted = ids.filter(i => wanted.includes(i));
    const lost = old.filter(i => !granted.includes(i)), more = granted.some(i => !old.includes(i));
    const sent = fetch(path, {
      method: "POST", keepalive: true, headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ granted, method, language, shown: layer?.dataset.shown || "", id: choice.id })
    }).then(r => r.ok, () => false);
    if (!more) {
      const digests = yes => services.filter(s => granted.includes(s[0]) === yes).map(s => s[1]).join("");
      doc.cookie = `${cookie}=1.${(Date.now() / 1e3 | 0).toString(36)}.${digests(true)}.${digests(false)}.${granted.length ? choice.id : ""};path=/;max-age=${age};samesite=lax` + (location.protocol === "https:" ? ";secure" : "");
    }
    if ((more || lost.length) && !await sent && more) {
      layer?.querySelector(".zweck-error")?.removeAttribute("hidden");
      return false;
    }
    choice = read();
    hide();
    tell("change");
    if (lost.length) {
      clear(lost);
      tell("withdraw");
    }
    if (lost.length || (more && strict)) location.reload();
    else apply();
    return true;
  }
  function clear(list) {
    const patterns = services.filter(s => list.includes(s[0])).flatMap(s => s[3]);
    const is = n => patterns.some(p => RegExp("^" + p.replace(/\W/g, c => c === "*" ? ".*" : "\\" + c) + "$").test(n));
    const labels = location.hostname.split("."), parts = location.pathname.split("/"), begin = i => parts.slice(0, i + 1).join("/");
    for (const n of doc.cookie.split("; ").map(c => c.split("=")[0]).filter(is))
      for (const d of ["", ...labels.map((_, i) => ";domain=" + labels.slice(i).join("."))])
        parts.forEach((_, i) => [begin(i), begin(i) + "/"].forEach(p => doc.cookie = n + "=;max-age=0;path=" + p + d));
    for (const name of ["localStorage", "sessionStorage"]) try {
      const store = window[name];
      Object.keys(store).filter(is).forEach(k => store.removeItem(k));
    } catch { /* blocked: then nothing lies there */ }
    window.indexedDB?.databases?.().then(all => all.forEach(d => is(d.name) && indexedDB.deleteDatabase(d.name)));
  }
  const accept = () => set(ids, "layer"), reject = () => set([], "layer");
  const withdraw = (list = ids) => set(choice.granted.filter(i => !list.includes(i)), "withdrawal");

  /* The layer: fetched only when needed, first in the page, never modal; Escape decides nothing. */
  const all = name => [...layer.querySelectorAll(name)], own = p => [...p.closest("fieldset").querySelectorAll("[name=s]")];
  function mark() {
    all("[name=p]").forEach(p => {
      p.checked = own(p).every(b => b.checked);
      p.indeterminate = !p.checked && own(p).some(b => b.checked);
    });
  }
  async function show(by) {
    opener = by;
    if (!layer) {
      const box = doc.createElement("template"), got = await fetch(path + "/layer?lang=" + language);
      if (!got.ok) return;
      box.innerHTML = await got.text();
      const link = box.content.querySelector("link"), fresh = box.content.querySelector(".zweck");
      if (!doc.querySelector("[data-zweck-style]")) await new Promise(done => {
        link.onload = link.onerror = done;
        doc.head.append(link);
      });
      doc.body.prepend(layer = fresh);
    }
    layer.hidden = false;
    all("[name=s]").forEach(b => b.checked = choice.granted.includes(b.value));
    mark();
    if (by) {
      layer.querySelector("details").open = true;
      layer.querySelector("h2").focus();
    }
  }
  function hide() {
    if (layer) layer.hidden = true;
    opener?.focus?.();
    opener = 0;
  }
  on("change", ({ target }) => {
    if (!layer?.contains(target)) return;
    if (target.name === "p") own(target).forEach(b => b.checked = target.checked);
    mark();
  });
  on("click", e => {
    const by = e.target.closest?.("[data-zweck]"), holder = by?.closest("[data-zweck-for]");
    if (!by) return;
    e.preventDefault();
    ({
      accept, reject, show: () => show(by), withdraw: () => withdraw(),
      save: () => set(all("[name=s]:checked").map(b => b.value), "settings"),
      once: () => revive(holder.nextElementSibling, true),
      always: () => set([...choice.granted, holder.dataset.zweckFor], "embed")
    })[by.dataset.zweck]?.();
  });
  on("keydown", e => {
    if (e.key !== "Escape" || !layer?.contains(e.target)) return;
    const details = layer.querySelector("details");
    if (get().decided) hide();
    else if (details.open) {
      details.open = false;
      details.firstElementChild.focus();
    }
  });

  window.Zweck = { has, get, set, accept, reject, show, withdraw, apply };
  function start() {
    const open = ids.length && !get().decided && !signal;
    apply();
    if (open) show();
    else hide();
    new MutationObserver(list => list.forEach(m => m.addedNodes.forEach(n => apply(n)))).observe(doc, { childList: true, subtree: true });
    tell("ready");
  }
  if (doc.readyState === "loading") on("DOMContentLoaded", start);
  else start();
})(__CONFIG__);
