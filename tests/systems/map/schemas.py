"""Invented schemas: a German shop that declares its keys, and a club whose keys only the names tell."""

from __future__ import annotations

import sqlalchemy as sa

SHOP = """
CREATE TABLE kunden (kunden_nr INTEGER PRIMARY KEY, anrede VARCHAR(10), vorname VARCHAR(80),
  nachname VARCHAR(80) NOT NULL, email VARCHAR(200) NOT NULL, telefon VARCHAR(40), gebdat DATE, werbung BOOLEAN,
  angelegt_am TIMESTAMP);
CREATE TABLE adressen (id INTEGER PRIMARY KEY, kunden_nr INTEGER NOT NULL REFERENCES kunden (kunden_nr),
  strasse VARCHAR(100), plz VARCHAR(10), ort VARCHAR(80), land VARCHAR(2));
CREATE TABLE bestellungen (id INTEGER PRIMARY KEY, kunden_nr INTEGER NOT NULL REFERENCES kunden (kunden_nr),
  bestellt_am TIMESTAMP, summe NUMERIC(10, 2), bemerkung TEXT, ip_adresse VARCHAR(45));
CREATE TABLE artikel (id INTEGER PRIMARY KEY, name VARCHAR(200), beschreibung TEXT, preis NUMERIC(10, 2));
CREATE TABLE email_vorlagen (id INTEGER PRIMARY KEY, name VARCHAR(80), betreff VARCHAR(200), inhalt TEXT);
CREATE VIEW kundenliste AS SELECT vorname, nachname, email FROM kunden;
"""

CLUB = """
CREATE TABLE tblMembers (MemberID INTEGER PRIMARY KEY, FirstName VARCHAR(50), LastName VARCHAR(50),
  EMailAddr VARCHAR(90), MobileNo VARCHAR(30), EmailVerified BOOLEAN, PhoneType VARCHAR(10), PhotoPath VARCHAR(200));
CREATE TABLE tblVisits (VisitID INTEGER PRIMARY KEY, MemberID INTEGER, ClientIP VARCHAR(40), UserAgent VARCHAR(200));
CREATE TABLE tblRooms (RoomID INTEGER PRIMARY KEY, Name VARCHAR(50), Description TEXT);
"""


def fill(url: str, script: str) -> str:
    """Run a script of statements; gives the url back."""
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        for statement in filter(str.strip, script.split(";")):
            connection.exec_driver_sql(statement)
    engine.dispose()
    return url
