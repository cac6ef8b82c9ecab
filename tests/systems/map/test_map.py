"""``zweck map`` from a real database to a declaration that loads, to a picture, and to its drift."""

from __future__ import annotations

import json
import sqlite3
from xml.etree import ElementTree

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from tests.declarations import HEAD
from tests.systems.map.schemas import CLUB, SHOP, fill

from zweck.cli import main
from zweck.declaration import loads
from zweck.errors import ZweckError
from zweck.systems.map import draw, drift, propose, read_schema, report_of, write_mapping

SECRET = "geheim-4711"


def run(*arguments):
    return CliRunner().invoke(main, ["map", *arguments])


@pytest.fixture
def shop(tmp_path):
    return fill(f"sqlite:///{tmp_path / 'shop.sqlite'}", SHOP)


def declared(draft, kinds="accounts: {system: shop}, orders: {system: shop}"):
    return loads(f"{HEAD}activities: {{{kinds}}}\n{draft}")


def test_the_draft_loads_in_a_declaration(shop, monkeypatch):
    monkeypatch.setenv("SHOP_DATABASE_URL", shop)
    for language in ("de", "en"):
        draft = write_mapping(propose(read_schema(shop)[0]), language, "shop")
        tables = declared(draft).systems["shop"].tables
        assert set(tables) == {"kunden", "adressen", "bestellungen"}
        assert tables["kunden"].subject == {"email": ("email",)}
        assert tables["kunden"].data["gebdat"] == "birth-date"
        assert tables["bestellungen"].through == ("kunden_nr",)
        assert tables["bestellungen"].data == {"bemerkung": "content", "ip_adresse": "online-identifiers"}


def test_the_drafted_mapping_plans_and_finds_a_person(shop, monkeypatch):
    from zweck.systems.sql.database import Database
    from zweck.systems.sql.plan import make_plan
    from zweck.systems.sql.schema import reflect

    monkeypatch.setenv("SHOP_DATABASE_URL", shop)
    declaration = declared(write_mapping(propose(read_schema(shop)[0]), "en", "shop"))
    use = declaration.systems["shop"]
    with Database("shop", shop).read() as connection:
        made = make_plan("shop", use, declaration, reflect(connection, "shop", use))
    assert {part.name for part in made.parts.values()} == {"kunden", "adressen", "bestellungen"}


def test_keys_that_only_names_tell_are_said_in_full(tmp_path, monkeypatch):
    url = fill(f"sqlite:///{tmp_path / 'club.sqlite'}", CLUB)
    monkeypatch.setenv("SHOP_DATABASE_URL", url)
    draft = write_mapping(propose(read_schema(url)[0]), "en", "shop")
    tables = declared(draft).systems["shop"].tables
    assert tables["tblVisits"].through == ("MemberID = tblMembers.MemberID",)
    assert set(tables["tblMembers"].data) == {"FirstName", "LastName", "EMailAddr", "MobileNo", "PhotoPath"}
    assert "tblRooms" not in tables


def test_a_table_without_a_path_stands_as_a_comment(tmp_path, monkeypatch):
    url = fill(
        f"sqlite:///{tmp_path / 'x.sqlite'}", "CREATE TABLE access_log (id INTEGER PRIMARY KEY, remote_ip VARCHAR(40))"
    )
    monkeypatch.setenv("SHOP_DATABASE_URL", url)
    draft = write_mapping(propose(read_schema(url)[0]), "en", "shop")
    assert "remote_ip" in draft
    assert declared(draft).systems["shop"].tables == {}


def test_samples_find_what_names_hide_and_no_value_leaves(tmp_path):
    url = fill(
        f"sqlite:///{tmp_path / 's.sqlite'}", "CREATE TABLE t1 (id INTEGER PRIMARY KEY, f7 VARCHAR(90), f8 VARCHAR(90))"
    )
    with sqlite3.connect(tmp_path / "s.sqlite") as link:
        link.executemany("INSERT INTO t1 (f7, f8) VALUES (?, ?)", [(f"{SECRET}{n}@a.example", "x") for n in range(9)])
    assert "f7" not in run(url).output
    for arguments in ((url, "--samples"), (url, "--samples", "--json"), (url, "--samples", "-l", "de")):
        done = run(*arguments)
        assert done.exit_code == 0
        assert "f7" in done.output and SECRET not in done.output
    guess = propose(*read_schema(url, samples=True)).drafts[0].proposed[0]
    assert (guess.column, guess.category, guess.identifier) == ("f7", "email", "email")
    assert SECRET not in repr(guess)


def test_the_report_is_data(shop):
    done = CliRunner().invoke(main, ["map", shop, "--json"])
    report = json.loads(done.stdout)
    assert report["schema"] == 1 and report["dialect"] == "sqlite" and report["views"] == 1
    (orders,) = (t for t in report["tables"] if t["name"] == "bestellungen")
    assert orders["activity"] == "orders" and orders["through"] == ["kunden_nr"]
    assert set(orders["columns"][0]["reasons"]) == {"de", "en"}
    assert report_of(propose(read_schema(shop)[0])).tables_read == 6


def test_files_are_written_and_nothing_else_is_overwritten(shop, tmp_path):
    out, picture = tmp_path / "mapping.yaml", tmp_path / "graph.svg"
    for _ in range(2):
        done = run(shop, "-o", str(out), "--svg", str(picture))
        assert done.exit_code == 0, done.output
    assert out.read_text("utf-8").startswith("# A draft") and picture.read_text("utf-8").startswith("<svg")
    mine = tmp_path / "zweck.yaml"
    mine.write_text("zweck: 1\n")
    assert run(shop, "-o", str(mine)).exit_code == 2
    assert mine.read_text() == "zweck: 1\n"


def test_the_url_may_come_from_the_environment(shop, monkeypatch):
    monkeypatch.setenv("MY_URL", shop)
    assert run("${MY_URL}").exit_code == run("$MY_URL").exit_code == 0
    monkeypatch.delenv("MY_URL")
    done = run("${MY_URL}")
    assert done.exit_code == 2 and "MY_URL is not set" in done.output


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("", "no database url"),
        ("shop", "no database url"),
        (f"nosuch://u:{SECRET}@h/x", "no dialect"),
        ("sqlite:///no/such/file.db", "no such SQLite file"),
        ("sqlite://", "no such SQLite file"),
        (f"postgresql://u:{SECRET}@127.0.0.1:1/x", "cannot be reached"),
        (f"mysql://u:{SECRET}@127.0.0.1:1/x", "cannot be reached"),
        (f"postgresql://u:{SECRET}@127.0.0.1:nan/x", "no database url"),
    ],
)
def test_a_wrong_url_is_one_message_without_its_credentials(url, told):
    done = run(url)
    assert done.exit_code == 2
    assert told in done.output and SECRET not in done.output and "Traceback" not in done.output
    assert done.output.count("\n") == 1


def test_an_empty_database_and_a_file_that_is_none(tmp_path):
    sqlite3.connect(tmp_path / "e.sqlite").execute("VACUUM").close()
    done = run(f"sqlite:///{tmp_path / 'e.sqlite'}")
    assert done.exit_code == 2 and "empty" in done.output
    (tmp_path / "text.db").write_text("no database at all, but long enough to be looked at" * 40)
    done = run(f"sqlite:///{tmp_path / 'text.db'}")
    assert done.exit_code == 2 and "cannot be read as a database" in done.output


ODD = ['se"lect', "it's", "größe €", "日本語", "a.b", "on", "x: y #", "{{ }}", "tab\there", "💥", "-dash", "null"]


def test_odd_identifiers_neither_break_the_yaml_nor_the_picture(tmp_path, monkeypatch):
    metadata = sa.MetaData()
    columns = [sa.Column(name, sa.String(100)) for name in ODD]
    for number, name in enumerate(ODD):
        extra = [sa.Column(f"email {name}", sa.String(100)), *(c._copy() for c in columns)]
        sa.Table(f"user {number} {name}", metadata, sa.Column("id", sa.Integer, primary_key=True), *extra)
    url = f"sqlite:///{tmp_path / 'odd.sqlite'}"
    engine = sa.create_engine(url)
    metadata.create_all(engine)
    engine.dispose()
    monkeypatch.setenv("SHOP_DATABASE_URL", url)
    proposal = propose(read_schema(url)[0])
    assert proposal.drafts
    assert set(declared(write_mapping(proposal, "de", "shop")).systems["shop"].tables) <= set(metadata.tables)
    assert len(ElementTree.fromstring(draw(proposal, "de"))) > len(proposal.drafts)
    assert run(url, "--samples").exit_code == 0


def test_ten_thousand_columns(tmp_path):
    names = ", ".join(f"email_{n} VARCHAR(90)" for n in range(1900))
    script = ";".join(f"CREATE TABLE customer_{n} (id INTEGER PRIMARY KEY, {names})" for n in range(6))
    url = fill(f"sqlite:///{tmp_path / 'wide.sqlite'}", script)
    proposal = propose(read_schema(url)[0])
    assert sum(len(d.proposed) for d in proposal.drafts) == 6 * 1900
    assert len(draw(proposal, "en")) > 1000


def test_the_picture_is_accessible_legible_and_always_the_same(shop):
    proposal = propose(read_schema(shop)[0])
    for language in ("de", "en"):
        picture = draw(proposal, language)
        assert picture == draw(propose(read_schema(shop)[0]), language)
        root = ElementTree.fromstring(picture)
        space = "{http://www.w3.org/2000/svg}"
        assert root.get("role") == "img" and root.find(f"{space}title").text and root.find(f"{space}desc").text
        boxes = [tuple(int(rect.get(k)) for k in ("x", "y", "width", "height")) for rect in root.iter(f"{space}rect")]
        assert len(boxes) == 3
        assert not any(_overlap(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
        assert all(
            path.find(f"{space}title") is not None
            for path in root.iter(f"{space}path")
            if path.get("d", "")[-4:] == "H260"
        )


def _overlap(a, b):
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def test_sixty_tables_do_not_overlap():
    from tests.systems.map.test_propose import PEOPLE, schema, table

    many = [table(f"note_{n}", ("people_id", "number", 0), ("comment", "long", 0)) for n in range(60)]
    root = ElementTree.fromstring(draw(propose(schema(PEOPLE, *many)), "en"))
    boxes = [
        tuple(int(r.get(k)) for k in ("x", "y", "width", "height"))
        for r in root.iter("{http://www.w3.org/2000/svg}rect")
    ]
    assert len(boxes) == 61
    assert not any(_overlap(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_drift_names_the_new_column_and_what_is_gone(shop, monkeypatch):
    monkeypatch.setenv("SHOP_DATABASE_URL", shop)
    declaration = declared(write_mapping(propose(read_schema(shop)[0]), "en", "shop"))
    assert drift(declaration, "shop", read_schema(shop)[0], "en") == []
    fill(shop, "ALTER TABLE kunden ADD COLUMN handynummer VARCHAR(30); DROP TABLE adressen")
    fill(shop, "ALTER TABLE kunden DROP COLUMN anrede")
    for language in ("de", "en"):
        found = {f.rule: f for f in drift(declaration, "shop", read_schema(shop)[0], language)}
        assert set(found) == {"map-undeclared-column", "map-vanished-table", "map-vanished-column"}
        assert "kunden.handynummer" in found["map-undeclared-column"].message
        assert found["map-vanished-table"].severity.fails and not found["map-undeclared-column"].severity.fails
        assert all(f.mend and f.at.line > 1 for f in found.values())


def test_check_systems_shows_drift(shop, tmp_path, monkeypatch):
    monkeypatch.setenv("SHOP_DATABASE_URL", shop)
    draft = write_mapping(propose(read_schema(shop)[0]), "en", "shop")
    site = tmp_path / "zweck.yaml"
    site.write_text(f"{HEAD}activities: {{accounts: {{system: shop}}, orders: {{system: shop}}}}\n{draft}", "utf-8")
    fill(shop, "ALTER TABLE kunden ADD COLUMN handynummer VARCHAR(30)")
    plain = CliRunner().invoke(main, ["check", str(site)])
    done = CliRunner().invoke(main, ["check", str(site), "--systems"])
    assert "handynummer" in done.output and "handynummer" not in plain.output
    monkeypatch.setenv("SHOP_DATABASE_URL", f"postgresql://u:{SECRET}@127.0.0.1:1/x")
    done = CliRunner().invoke(main, ["check", str(site), "--systems"])
    assert done.exit_code == 2 and SECRET not in done.output


@pytest.mark.server
def test_postgresql_partitions_views_schemas_and_rights(postgres_url):
    script = """
    CREATE SCHEMA mapped; SET search_path = mapped;
    CREATE TABLE person (id bigint PRIMARY KEY, email text, born date);
    CREATE TABLE hit (person_id bigint REFERENCES person (id), ip inet, at timestamptz, n int) PARTITION BY RANGE (n);
    CREATE TABLE hit_1 PARTITION OF hit FOR VALUES FROM (0) TO (9);
    CREATE MATERIALIZED VIEW persons AS SELECT email FROM person;
    INSERT INTO person SELECT n, 'p' || n || '@a.example', '1980-01-01' FROM generate_series(1, 9) n
    """
    fill(postgres_url, script)
    try:
        schema, evidence = read_schema(postgres_url, "mapped", samples=True)
        assert set(schema.tables) == {"person", "hit", "persons"} and schema.left_out == ("hit_1",)
        drafts = {d.table.name: d for d in propose(schema, evidence).drafts}
        assert set(drafts) == {"person", "hit"}
        assert {g.column for g in drafts["hit"].proposed} == {"ip"}
        with pytest.raises(ZweckError, match="no schema"):
            read_schema(postgres_url, "elsewhere")
        fill(postgres_url, "CREATE ROLE nobody_here LOGIN")
        poor = postgres_url.replace("zweck@", "nobody_here@")
        assert propose(*read_schema(poor, "mapped", samples=True)).drafts
    finally:
        fill(postgres_url, "DROP SCHEMA mapped CASCADE; DROP ROLE IF EXISTS nobody_here")


@pytest.mark.server
def test_mariadb(mariadb_url):
    tables = [part for part in SHOP.split(";") if "kunden " in part and "CREATE" in part and "VIEW" not in part]
    fill(mariadb_url, ";".join(tables[:1]).replace("TIMESTAMP", "DATETIME"))
    try:
        (draft,) = propose(*read_schema(mariadb_url, samples=True)).drafts
        assert {g.column for g in draft.proposed} == {"anrede", "vorname", "nachname", "email", "telefon", "gebdat"}
    finally:
        fill(mariadb_url, "DROP TABLE kunden")
