"""A user's mistakes at the shell: one message that says what would be right, exit 2, no traceback, nothing changed."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.desk.office import HERE
from zweck.cli import main
from zweck.config import load_settings
from zweck.errors import ZweckError


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("ZWECK_KEY", "ZWECK_KEY_FILE", "ZWECK_DB", "ZWECK_DATA"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "site"
    (folder / "pages").mkdir(parents=True)
    shutil.copy(HERE / "site.yaml", folder / "zweck.yaml")
    return folder


def _run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(w) for w in words])


def _is_one_message(result: Result, part: str) -> None:
    assert result.exit_code == 2, result.output
    assert isinstance(result.exception, SystemExit) and "Traceback" not in result.output
    assert part in result.stderr and len(result.stderr.strip().splitlines()) == 1


def test_a_file_in_the_place_of_the_data_folder(site: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    for words in (["sweep", site], ["prove", site], ["request", "list", "--site", site], ["serve", site]):
        _is_one_message(_run(*words, "--data", tmp_path / "data"), "data: File exists")
    _is_one_message(_run("init", tmp_path / "data"), "data")


@pytest.mark.parametrize("key", [b"", b"zzz", bytes(range(128, 178))])
def test_a_broken_master_key(site: Path, tmp_path: Path, key: bytes) -> None:
    (tmp_path / "master.key").write_bytes(key)
    _is_one_message(_run("sweep", site, "--data", tmp_path), "32 bytes in URL-safe base64")


def test_a_database_that_is_none(site: Path, tmp_path: Path) -> None:
    (tmp_path / "zweck.sqlite").write_bytes(b"garbage" * 2000)
    for words in (["sweep", site], ["request", "list", "--site", site], ["serve", site]):
        _is_one_message(_run(*words, "--data", tmp_path), "`zweck restore` puts a backup back")


def test_a_port_that_is_taken_or_none(site: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        _is_one_message(_run("serve", site, "--data", tmp_path, "--port", port), f"127.0.0.1:{port}: Address already")
        _is_one_message(_run("demo", "--data", tmp_path / "demo", "--port", port), "choose another --port")
    _is_one_message(_run("serve", site, "--data", tmp_path, "--host", "192.0.2.1"), "cannot listen on 192.0.2.1")
    assert _run("serve", site, "--data", tmp_path, "--port", 99999).exit_code == 2
    assert not (tmp_path / "demo").exists()


@pytest.mark.parametrize("email", ["x", "a@person.example\nBcc: b@person.example", "", "A <a@person.example>"])
def test_a_request_needs_an_address(site: Path, tmp_path: Path, email: str) -> None:
    words = ["request", "new", "access", "--site", site, "--data", tmp_path]
    _is_one_message(_run(*words, "--email", email), "--email")
    assert _run("request", "list", "--all", "--site", site, "--data", tmp_path).output == ""
    assert _run(*words, "--email", "a@person.example").exit_code == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ZWECK_TRUSTED_PROXIES", "10.0.0.0/8, proxy.local"),
        ("ZWECK_SCHEME", "gopher"),
        ("ZWECK_SMTP", "ftp://mail.example"),
        ("ZWECK_MAX_UPLOAD", "-1"),
        ("ZWECK_KEY", "schlüssel"),
    ],
)
def test_a_wrong_setting_is_named_at_the_start(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(ZweckError, match=f"^{name}: ") as caught:
        load_settings({name: value}, data=tmp_path)
    assert value not in str(caught.value)
    good = {"ZWECK_TRUSTED_PROXIES": "10.0.0.0/8,::1", "ZWECK_SCHEME": "http", "ZWECK_SMTP": "smtps://m.example"}
    assert load_settings(good, data=tmp_path).trusted_proxies == ("10.0.0.0/8", "::1")


def test_the_data_folder_is_its_owners(tmp_path: Path) -> None:
    load_settings({}, data=tmp_path / "data")
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0
