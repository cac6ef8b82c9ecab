/* The consent layer: nothing gated loads and nothing is stored before a choice. Contract: index.d.ts */
"use strict";
(({ path, cookie, age, gpc, services }) => {
  const doc = document, root = doc.documentElement, ids = services.map(s => s[0]);
  if (window.Zweck) return;
  const strict = "strict" in (doc.currentScript || root).dataset, language = (root.lang || navigator.language).slice(0, 2);
  const signal = gpc && navigator.globalPrivacyControl === true, on = (name, f) => doc.addEventListener(name, f);
  const secure = location.protocol === "https:" ? ";secure" : "";
  let choice = read(), layer = doc.querySelector(".zweck"), memory = {}, line = Promise.resolve(), turns = 0, opener;

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
  const marked = "[data-service],[data-purpose],[data-category],[data-name]";
  function apply(from = doc) {
    if (from.matches?.(marked)) revive(from);
    from.querySelectorAll?.(marked).forEach(e => revive(e));
  }
  function revive(e, once) {
    const data = e.dataset, before = e.previousElementSibling;
    if (!once && !["service", "name", "purpose", "category"].some(n => has(data[n]))) return;
    if (before?.dataset.zweckFor) before.remove();
    if (e.localName === "template") {
      const content = doc.importNode(e.content, true);
      if (once && strict) content.querySelectorAll("iframe").forEach(f => f.src = path + "/frame?src=" + encodeURIComponent(f.src));
      e.replaceWith(content);
    } else if (/^(text.plain|opt-in)$/.test(e.type)) {
      const s = doc.createElement("script");
      for (const a of e.attributes) if (!/^(type|data-(service|purpose|category|name|type|src))$/.test(a.name)) s.setAttribute(a.name, a.value);
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

  /* One entry of our own, after a decision: what lay here before consent, and decisions that are not yet sent. */
  function recall() {
    try {
      return JSON.parse(localStorage.getItem(cookie)) || {};
    } catch {
      return memory;
    }
  }
  function keep(changes) {
    memory = { ...recall(), ...changes };
    try {
      if (memory.before || memory.lost || memory.queue?.length) localStorage.setItem(cookie, JSON.stringify(memory));
      else localStorage.removeItem(cookie);
    } catch { /* blocked: then it lasts as long as the page */ }
  }
  const queue = () => recall().queue || [];
  const send = () => line = line.then(async () => {
    for (let body; (body = queue()[0]); keep({ queue: queue().filter(q => q !== body) })) {
      const status = await fetch(path, {
        method: "POST", keepalive: true, headers: { "Content-Type": "application/json" }, body
      }).then(r => r.status, () => 503);
      if (status === 429 || status > 499) return;
    }
  });
  async function flush() {
    if (!queue()[0]) return;
    await send();
    if (read().granted + "" !== choice.granted + "") settle();
  }

  /* A refusal is kept at once; a consent counts only when the server has it in its books. */
  async function set(wanted, method = "api") {
    const granted = ids.filter(i => wanted.includes(i)), turn = ++turns, isNew = i => !choice.granted.includes(i);
    const more = granted.some(isNew), waits = queue(), wish = waits.pop(), old = wish && JSON.parse(wish);
    const hangs = old?.granted.some(isNew);
    if (wish && !hangs) waits.push(wish);
    keep({ queue: [...waits, hangs && old.granted + "" === granted + "" ? wish : JSON.stringify({
      granted, method, language, shown: layer?.dataset.shown || "", id: choice.id || (hangs && old.key) || "",
      key: btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12)))).replace(/\W/g, "_")
    })] });
    const sent = send();
    if (!more) {
      const digests = yes => services.filter(s => granted.includes(s[0]) === yes).map(s => s[1]).join("");
      doc.cookie = `${cookie}=1.${(Date.now() / 1e3 | 0).toString(36)}.${digests(true)}.${digests(false)}.${granted.length ? choice.id : ""};path=/;max-age=${age};samesite=lax` + secure;
    }
    if (more || choice.granted.length > granted.length) await sent;
    if (turn !== turns) return false;
    if (more && !granted.every(i => read().granted.includes(i))) {
      layer?.querySelector(".zweck-error")?.removeAttribute("hidden");
      return false;
    }
    await settle();
    return true;
  }
  async function settle() {
    const old = choice.granted, now = read(), lost = old.filter(i => !now.granted.includes(i));
    const more = now.granted.some(i => !old.includes(i));
    if (more && !old.length) keep({ before: await look() });
    choice = now;
    hide();
    tell("change");
    if (lost.length) {
      keep({ lost: lost.concat(recall().lost || []) });
      await look(lost, recall().before);
      tell("withdraw");
    }
    if (lost.length || (more && strict)) reload();
    else apply();
  }
  const reload = () => navigator.onLine ? location.reload() : window.addEventListener("online", reload);

  /* What the device holds is looked at only when consent begins or ends. */
  async function look(lost, before) {
    try {
      const { names, clear } = await import(path + "/device.js");
      return await (lost ? clear(lost, choice.granted, before) : names());
    } catch { /* no connection: the next page starts with it */
      return false;
    }
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
    const by = e.target.closest?.("[data-zweck],[data-cc]"), holder = by?.closest("[data-zweck-for]");
    if (!by) return;
    e.preventDefault();
    const open = () => show(by);
    ({
      accept, reject, show: open, withdraw: () => withdraw(),
      "accept-all": accept, "accept-necessary": reject, "show-preferencesModal": open, "show-consentModal": open,
      save: () => set(all("[name=s]:checked").map(b => b.value), "settings"),
      once: () => revive(holder.nextElementSibling, true),
      always: () => set([...choice.granted, holder.dataset.zweckFor], "embed")
    })[by.dataset.zweck || by.dataset.cc]?.();
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
  async function start() {
    const { lost, before } = recall();
    if ((lost || before) && !choice.granted.length || lost) {
      const done = !lost || await look(lost, before);
      if (done) keep({ lost: 0, before: choice.granted.length ? before : 0 });
    }
    tell("ready");
    apply();
    if (ids.length && !get().decided && !signal) show();
    else hide();
    new MutationObserver(list => list.forEach(m => m.addedNodes.forEach(n => apply(n)))).observe(doc, { childList: true, subtree: true });
    window.addEventListener("online", flush);
    flush();
  }
  if (doc.readyState === "loading") on("DOMContentLoaded", start);
  else start();
})(__CONFIG__);
