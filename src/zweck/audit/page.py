"""The report as one page to look at: findings first, then each state with its picture."""

from __future__ import annotations

from pathlib import Path

from zweck import texts
from zweck.audit.report import AuditReport

_PAGE = """<!doctype html>
<html lang="{{ language }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ say('title', url=report.url) }}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #8886; vertical-align: top; }
.block, .error { color: light-dark(#a11, #f99); font-weight: 600; } .warn { color: light-dark(#850, #fc6); }
img { max-width: 100%; border: 1px solid #8886; } .states { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); }
ul { padding-left: 1.2rem; overflow-wrap: anywhere; }
</style></head><body><main>
<h1>{{ say('title', url=report.url) }}</h1>
<p>{{ verdict }}<br>{{ report.browser }}, {{ report.at.strftime('%Y-%m-%d %H:%M') }} UTC</p>
<h2>{{ say('findings') }}</h2>
{% if report.findings %}<table><tbody>
{% for f in report.findings %}<tr><td class="{{ f.severity }}">{{ f.severity }}</td><td>{{ f.rule }}</td>
<td><strong>{{ f.subject }}</strong><br>{{ f.message }}<br>{{ say('mend') }}: {{ f.mend }}</td>
<td>{% for s in f.states %}{{ say('state-' + s) }}<br>{% endfor %}</td></tr>{% endfor %}
</tbody></table>{% else %}<p>{{ say('nothing') }}</p>{% endif %}
<h2>{{ say('seen') }}</h2><div class="states">
{% for s in report.states %}<section><h3>{{ say('state-' + s.state) }}</h3>
{% if s.reached %}<p>{{ say('counts', hosts=s.requests|selectattr('third_party')|map(attribute='host')|unique|list|length,
 cookies=s.cookies|length, entries=s.storage|length) }}<br>{{ s.how }}</p>
{% if s.screenshot %}<img alt="{{ say('state-' + s.state) }}" src="data:image/jpeg;base64,{{ s.screenshot }}">{% endif %}
<ul>{% for h in s.requests|selectattr('third_party')|map(attribute='host')|unique|sort %}<li>{{ h }}</li>{% endfor %}
{% for c in s.cookies %}<li>Cookie {{ c.name }} ({{ c.domain }}{% if c.days %}, {{ c.days }} d{% endif %})</li>{% endfor %}
{% for e in s.storage %}<li>{{ e.storage }}: {{ e.key }}</li>{% endfor %}</ul>
{% else %}<p>{{ say('not-reached') }}</p>{% endif %}</section>{% endfor %}
</div></main></body></html>
"""


def write_html(report: AuditReport, path: Path, language: str = "en") -> None:
    """Write the report as a self-contained HTML page."""
    from jinja2 import Environment

    def say(key: str, **arguments: object) -> str:
        return texts.message(f"audit.{key}", language, **arguments)

    verdict = "drift" if report.drift else "incomplete" if report.incomplete else "in-line"
    page = Environment(autoescape=True).from_string(_PAGE)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page.render(report=report, say=say, language=language, verdict=say(f"verdict-{verdict}")), "utf-8")
