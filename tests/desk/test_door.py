"""The door: first account, login, idle sessions, second factor, foreign posts, guessing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.desk.office import PASSWORD, Office, make_office, post
from zweck.desk import accounts, factor
from zweck.desk.run import addresses


@pytest.fixture
def empty(tmp_path, cheap_passwords):
    made = make_office(tmp_path, people={})
    yield made
    made.world.store.close()


def token_of(office: Office) -> str:
    lines = addresses([office.world.declaration], office.world.store, "127.0.0.1", 8000)
    return next(line for line in lines if "setup?token=" in line).partition("token=")[2]


def test_the_first_officer_comes_in_by_the_printed_link_once(empty: Office) -> None:
    client, token = empty.visitor(), token_of(empty)
    assert client.get("/desk/setup?token=wrong").status_code == 410
    assert post(client, "/desk/setup", token="wrong", login="eve", password=PASSWORD).status_code == 410
    assert client.get(f"/desk/setup?token={token}").status_code == 200
    short = post(client, "/desk/setup", token=token, login="", password="kurz")
    assert short.status_code == 422 and "Login" in short.text and "12" in short.text
    made = post(client, "/desk/setup", token=token, login="ada@nordlicht.example", password=PASSWORD)
    assert made.status_code == 303 and client.get("/desk/today").status_code == 200
    again = post(empty.visitor(), "/desk/setup", token=token, login="eve", password=PASSWORD)
    assert again.status_code == 410
    assert accounts.setup_token(empty.world.store, [empty.world.declaration.id]) is None


def test_a_wrong_login_and_a_wrong_password_look_the_same(office: Office) -> None:
    texts = []
    for login, password in (("ada@nordlicht.example", "falsch-falsch-falsch"), ("nobody@x.example", PASSWORD)):
        answer = post(office.visitor(), "/desk/login", login=login, password=password)
        assert answer.status_code == 422 and "set-cookie" not in answer.headers
        texts.append(answer.text.replace(login, "…"))
    assert texts[0] == texts[1]


def test_guessing_is_stopped_even_with_the_right_password(office: Office) -> None:
    client = office.visitor()
    for _ in range(accounts.PER_LOGIN):
        assert post(client, "/desk/login", login="ada@nordlicht.example", password="x").status_code == 422
    right = {"login": "ada@nordlicht.example", "password": PASSWORD}
    assert post(client, "/desk/login", **right).status_code == 429
    office.world.clock.advance(timedelta(minutes=16))
    assert post(client, "/desk/login", **right).status_code == 303


def test_the_cookie_is_bound_to_this_host(office: Office) -> None:
    answer = post(office.visitor(), "/desk/login", login="ada@nordlicht.example", password=PASSWORD)
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-zweck-desk=")
    assert all(part in cookie.lower() for part in ("secure", "httponly", "samesite=strict", "path=/"))
    assert "domain" not in cookie.lower() and "max-age" not in cookie.lower()


def test_plain_http_is_for_this_machine_only(office: Office) -> None:
    from starlette.testclient import TestClient

    right = {"login": "ada@nordlicht.example", "password": PASSWORD}
    open_net = TestClient(office.world.app, base_url="http://www.nordlicht.example", follow_redirects=False)
    refused = open_net.post("/desk/login", data=right, headers={"Sec-Fetch-Site": "same-origin"})
    assert refused.status_code == 403 and "set-cookie" not in refused.headers
    local = TestClient(office.world.app, base_url="http://localhost:8000", follow_redirects=False)
    taken = local.post("/desk/login", data=right, headers={"Sec-Fetch-Site": "same-origin"})
    assert taken.status_code == 303 and taken.headers["set-cookie"].startswith("zweck-desk=")


def test_thirty_minutes_without_use_end_a_session(office: Office) -> None:
    client = office.log_in("rita")
    for _ in range(3):
        office.world.clock.advance(timedelta(minutes=29))
        assert client.get("/desk/promises").status_code == 200
    office.world.clock.advance(timedelta(minutes=31))
    assert client.get("/desk/promises").status_code == 303


def test_a_session_ends_after_ten_hours_however_busy(office: Office) -> None:
    client = office.log_in("rita")
    for _ in range(31):
        office.world.clock.advance(timedelta(minutes=20))
        last = client.get("/desk/account").status_code
    assert last == 303


def test_logging_out_ends_the_session_in_the_store(office: Office) -> None:
    client = office.log_in("ada")
    secret = dict(client.cookies)
    assert post(client, "/desk/logout").status_code == 303
    thief = office.visitor()
    thief.cookies.update(secret)
    assert thief.get("/desk/today").status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "https://shop.nordlicht.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {},
    ],
)
def test_a_change_must_come_from_the_desk_itself(office: Office, headers: dict[str, str]) -> None:
    case = office.write_in()
    client = office.log_in("ada")
    answer = client.post(f"/desk/cases/{case}/erase", data={"x": "y"}, headers=headers)
    assert answer.status_code == 403
    assert len(office.world.records("contact")) == 1
    assert post(client, f"/desk/cases/{case}/erase").status_code == 303
    assert office.world.records("contact") == []


def test_the_second_factor_by_the_published_vectors() -> None:
    secret = b"12345678901234567890"  # RFC 6238, appendix B, cut to six digits
    wanted = {59: "287082", 1111111109: "081804", 1234567890: "005924", 20000000000: "353130"}
    assert {at: factor.code_at(secret, at // 30) for at in wanted} == wanted
    assert factor.from_text(factor.as_text(secret)) == secret and factor.from_text("not base32 !") is None


def test_with_a_second_factor_the_password_alone_is_not_enough(office: Office) -> None:
    client, secret = office.log_in("ada"), factor.new_secret()
    step = int(office.world.clock.now().timestamp()) // 30
    text = factor.as_text(secret)
    wrong = "000000" if factor.code_at(secret, step) != "000000" else "111111"
    assert post(client, "/desk/account/factor", secret=text, code=wrong).status_code == 422
    assert post(client, "/desk/account/factor", secret=text, code=factor.code_at(secret, step)).status_code == 303
    right = {"login": "ada@nordlicht.example", "password": PASSWORD}
    assert post(office.visitor(), "/desk/login", **right).status_code == 422
    code = factor.code_at(secret, step)
    assert post(office.visitor(), "/desk/login", **right, code=code).status_code == 303
    assert post(office.visitor(), "/desk/login", **right, code=code).status_code == 422, "a code counts once"


def test_accounts_are_added_reset_and_removed(office: Office) -> None:
    ada = office.log_in("ada")
    bad = post(ada, "/desk/people", login="", role="king")
    assert bad.status_code == 422 and "Login" in bad.text and "Rolle" in bad.text
    made = post(ada, "/desk/people", login="dora@nordlicht.example", role="reader")
    import re

    password = re.search(r'class="secret">([a-z0-9-]+)<', made.text)
    assert password and office.log_in("dora", password[1]).get("/desk/promises").status_code == 200
    assert post(ada, "/desk/people", login="DORA@nordlicht.example", role="reader").status_code == 422
    with office.world.store.read(office.world.declaration.id) as tx:
        ids = {p.login: p.id for p in tx.people.list()}
    assert post(ada, f"/desk/people/{ids['ada@nordlicht.example']}/remove").status_code == 422
    dora = office.log_in("dora", password[1])
    assert post(ada, f"/desk/people/{ids['dora@nordlicht.example']}/remove").status_code == 303
    assert dora.get("/desk/promises").status_code == 303


def test_a_new_password_ends_every_session(office: Office) -> None:
    first, second = office.log_in("rita"), office.log_in("rita")
    fresh = "noch-ein-langer-satz"
    assert post(first, "/desk/account/password", old="falsch", new=fresh).status_code == 422
    assert post(first, "/desk/account/password", old=PASSWORD, new="kurz").status_code == 422
    assert post(first, "/desk/account/password", old=PASSWORD, new=fresh).status_code == 303
    assert second.get("/desk/promises").status_code == 303
    assert office.log_in("rita", fresh).get("/desk/promises").status_code == 200
