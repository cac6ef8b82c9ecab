"""Runs every test that carries ``@pytest.mark.promise("id")`` and prints which promises of the list are shown.

A promise is shown when at least one test carries it and all that carry it pass. The last line reads
``N of 159 shown``.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import pytest
from ruamel.yaml import YAML

CATALOG = Path(__file__).with_name("catalog.yaml")


def load_catalog() -> dict[str, dict[str, object]]:
    return {item["id"]: item for item in YAML(typ="safe").load(CATALOG)["requirements"]}


class Collector:
    """Notes for each promise how its tests ended."""

    def __init__(self) -> None:
        self.of_test: dict[str, list[str]] = {}
        self.outcomes: dict[str, list[str]] = defaultdict(list)

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        wanted = []
        for item in items:
            ids = [str(i) for mark in item.iter_markers("promise") for i in mark.args]
            if ids:
                self.of_test[item.nodeid] = ids
                wanted.append(item)
        config.hook.pytest_deselected(items=[i for i in items if i not in wanted])
        items[:] = wanted

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" or report.outcome != "passed":
            for name in self.of_test.get(report.nodeid, ()):
                self.outcomes[name].append(report.outcome)


def main() -> int:
    catalog, collector = load_catalog(), Collector()
    status = pytest.main(["-q", "--no-header", "-p", "no:cacheprovider", *sys.argv[1:]], plugins=[collector])
    unknown = sorted(set(collector.outcomes) - set(catalog))
    shown = [i for i in catalog if collector.outcomes.get(i) and set(collector.outcomes[i]) == {"passed"}]
    print()
    for name, item in catalog.items():
        outcome = "shown" if name in shown else ("FAILED" if "failed" in collector.outcomes.get(name, ()) else "-")
        print(f"{outcome:7} {name:38} {item['statement']}")
    for name in unknown:
        print(f"UNKNOWN {name}: not in {CATALOG.name}")
    print(f"{len(shown)} of {len(catalog)} shown")
    return int(status != 0 or bool(unknown))


if __name__ == "__main__":
    sys.exit(main())
