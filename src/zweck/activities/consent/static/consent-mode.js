/* Google Consent Mode v2: everything denied before any tag runs, then what the visitor chose, at every change. */
(signals => {
  const layer = window.dataLayer = window.dataLayer || [];
  function gtag() { layer.push(arguments); }
  const tell = (word, granted) => gtag("consent", word, Object.fromEntries(Object.entries(signals).map(
    ([name, of]) => [name, of.some(id => granted.includes(id)) ? "granted" : "denied"])));
  tell("default", []);
  for (const name of ["ready", "change"]) document.addEventListener("zweck:" + name, e => e.detail.granted.length + (name === "change") && tell("update", e.detail.granted));
})(__CONFIG__);
