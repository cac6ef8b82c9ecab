"""A decision that the server cannot hear: it waits on the device and is recorded once, whatever was lost on the way."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Stage
from tests.browser.test_visitor import COOKIE, settled, until

pytestmark = pytest.mark.browser
WAITING = f"(JSON.parse(localStorage.getItem('{COOKIE}') || '{{}}').queue?.length || 0)"


def recorded(stage: Stage) -> list[str]:
    """The actions on record, oldest first."""
    import json

    return [json.loads(e.detail)["action"] for e in stage.world.evidence("consent.recorded")]


def opened(stage: Stage) -> Any:
    page = stage.context().new_page()
    page.goto(stage.base + "/")
    settled(page)
    return page


def test_a_refusal_made_offline_is_kept_and_sent_once(stage: Stage) -> None:
    page = opened(stage)
    page.context.set_offline(True)
    page.get_by_role("button", name="Alle ablehnen").click()
    page.locator(".zweck").wait_for(state="hidden")
    until(page, f"{WAITING} === 1")
    assert recorded(stage) == [] and len(page.context.cookies()) == 1
    page.context.set_offline(False)
    until(page, f"{WAITING} === 0")
    assert recorded(stage) == ["reject"]
    page.reload()
    settled(page)
    assert recorded(stage) == ["reject"] and page.evaluate("localStorage.length") == 0 and stage.party.hits == []


def test_a_decision_survives_the_page_and_is_sent_by_the_next(stage: Stage) -> None:
    page = opened(stage)
    page.route("**/privacy/consent", lambda route: route.abort())
    page.get_by_role("button", name="Alle ablehnen").click()
    until(page, f"{WAITING} === 1")
    page.close()
    assert recorded(stage) == []
    again = page.context.new_page()
    again.goto(stage.base + "/privacy/de")
    again.goto(stage.base + "/en")
    settled(again)
    until(again, f"{WAITING} === 0")
    assert recorded(stage) == ["reject"]


def test_a_lost_answer_does_not_record_twice(stage: Stage) -> None:
    page = opened(stage)
    lost: list[int] = []

    def lose(route: Any) -> None:
        if route.request.method == "POST" and len(lost) < 2:
            body, headers = route.request.post_data, {"content-type": "application/json"}
            lost.append(stage.world.client().post("/privacy/consent", content=body, headers=headers).status_code)
            route.abort()
        else:
            route.continue_()

    page.route("**/privacy/consent", lose)
    page.get_by_role("button", name="Alle akzeptieren").click()
    page.locator(".zweck-error").wait_for(state="visible")
    assert recorded(stage) == ["accept"] and stage.party.hits == []
    page.get_by_role("button", name="Alle akzeptieren").click()
    for _ in range(50):
        if len(lost) == 2:
            break
        page.wait_for_timeout(60)
    assert lost == [200, 200] and page.evaluate(WAITING) == 1
    with page.expect_navigation():
        page.get_by_role("button", name="Alle akzeptieren").click()
    settled(page)
    until(page, "localStorage.getItem('trk-visitor') === '1'")
    assert recorded(stage) == ["accept"]
    with page.expect_navigation():
        page.evaluate("() => { Zweck.withdraw() }")
    settled(page)
    assert recorded(stage) == ["accept", "withdraw"]


def test_a_consent_made_offline_counts_once_the_server_has_it(stage: Stage) -> None:
    page = opened(stage)
    page.context.set_offline(True)
    for _ in range(2):
        page.get_by_role("button", name="Alle akzeptieren").click()
        page.locator(".zweck-error").wait_for(state="visible")
    until(page, f"{WAITING} === 1")
    assert stage.party.hits == [] and page.context.cookies() == []
    with page.expect_navigation():
        page.context.set_offline(False)
    settled(page)
    until(page, "localStorage.getItem('trk-visitor') === '1'")
    assert recorded(stage) == ["accept"]


def test_a_refusal_takes_the_place_of_a_consent_that_never_counted(stage: Stage) -> None:
    page = opened(stage)
    page.context.set_offline(True)
    page.get_by_role("button", name="Alle akzeptieren").click()
    page.locator(".zweck-error").wait_for(state="visible")
    page.get_by_role("button", name="Alle ablehnen").click()
    page.locator(".zweck").wait_for(state="hidden")
    page.context.set_offline(False)
    until(page, f"{WAITING} === 0")
    page.wait_for_timeout(300)
    assert recorded(stage) == ["reject"] and stage.party.hits == []
    assert not page.evaluate("Zweck.has('tracker')")
