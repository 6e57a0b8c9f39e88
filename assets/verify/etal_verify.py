#!/usr/bin/env python3
"""Vérifie les dossiers de clôture d'Étal sans Étal. / Checks Étal's day bundles without Étal.

    python3 etal_verify.py DOSSIER [DOSSIER ...]      --en : in English

DOSSIER est celui d'une clôture (2026-11-21_A-e1_Z0031), ou en contient. Une ligne par clôture : « en
ordre », ou ce qui ne va pas. Code de sortie : 0 tout va bien, 1 quelque chose ne va pas, 2 il n'y a
rien à vérifier. Python 3.8 suffit ; avec le module « cryptography » ou « PyNaCl », c'est plus
rapide. Le format est décrit dans docs/BUNDLE.md du projet ; ce fichier ne partage rien avec le
programme et refait tous les calculs.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import hashlib
import json
import re
import sys
from pathlib import Path

csv.field_size_limit(2**31 - 1)
ENGLISH = "--en" in sys.argv
SEAL = "datapackage.json.sig"
NAME = re.compile(r"^\d{4}-\d\d-\d\d_.+-e\d+_Z\d{4,}$")
KINDS = "cash card cheque other account local token meal credit_note fund".split()
OWNERS = "producer commission pot unattributed deposit account fund credit_note".split()
HELD = ["unattributed", "deposit", "account", "fund", "credit_note"]
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
NONE = (None, "")


class Wrong(Exception):
    """What is wrong, in one line."""


def wrong(french, english, *blanks):
    raise Wrong((english if ENGLISH else french) % blanks)


# Signatures: Ed25519, RFC 8032. A library where there is one, else section 5.1 by hand.

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def added(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    return (f - e) * (h - g) % P, (h + g) * (f + e) % P, (h - g) * (h + g) % P, (f - e) * (f + e) % P


def multiplied(number, point):
    result = (0, 1, 1, 0)
    for bit in bin(number)[2:]:
        result = added(result, result)
        if bit == "1":
            result = added(result, point)
    return result


def decoded(data):
    number = int.from_bytes(data, "little")
    y, sign = number & (2**255 - 1), number >> 255
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = decoded(bytes([0x58] + [0x66] * 31))


def signed_by_hand(public, message, signature):
    a, r, s = decoded(public), decoded(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    right = added(r, multiplied(int.from_bytes(digest, "little") % ORDER, a))
    left = multiplied(s, BASE)
    return ((left[0] * right[2] - right[0] * left[2]) % P,
            (left[1] * right[2] - right[1] * left[2]) % P) == (0, 0)


def library():
    """What checks a signature here."""
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        def signed(public, message, signature):
            try:
                Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
                return True
            except (InvalidSignature, ValueError):
                return False
        return signed
    except ImportError:
        pass
    try:
        from nacl.exceptions import BadSignatureError
        from nacl.signing import VerifyKey

        def signed(public, message, signature):
            try:
                VerifyKey(public).verify(message, signature)
                return True
            except (BadSignatureError, ValueError):
                return False
        return signed
    except ImportError:
        return signed_by_hand


signed = library()


# Files.


def bytes_of(folder, path):
    try:
        return (folder / path).read_bytes()
    except OSError:
        wrong("%s manque ou ne se lit pas", "%s is missing or cannot be read", path)


def unhex(text, length, what):
    if not isinstance(text, str) or not re.fullmatch("[0-9a-f]{%d}" % (2 * length), text):
        wrong("%s n'est pas de l'hexadécimal", "%s is not hexadecimal", what)
    return bytes.fromhex(text)


def manifest_of(folder):
    """The manifest, once its signature, and the size and hash of every file, hold."""
    seal, raw = bytes_of(folder, SEAL), bytes_of(folder, "datapackage.json")
    try:
        manifest = json.loads(raw.decode())
        public = manifest["x_public_key"]
        if manifest["x_format"] != 1:
            wrong("un format plus récent : %s", "a later format: %s", manifest["x_format"])
    except (ValueError, KeyError, TypeError):
        wrong("datapackage.json n'est pas lisible", "datapackage.json cannot be read")
    public = unhex(public, 32, "x_public_key")
    if seal[-1:] != b"\n":
        wrong("%s ne finit pas comme il faut", "%s does not end as it must", SEAL)
    signature = unhex(seal[:-1].decode("latin-1"), 64, SEAL)
    if not signed(public, raw, signature):
        wrong("la signature de datapackage.json ne tient pas",
              "the signature of datapackage.json does not hold")
    listed = {"datapackage.json", SEAL}
    for resource in manifest["resources"]:
        path = resource["path"]
        content = bytes_of(folder, path)
        if len(content) != resource["bytes"] or (
                "sha256:" + hashlib.sha256(content).hexdigest() != resource["hash"]):
            wrong("%s n'est pas le fichier qui a été signé",
                  "%s is not the file that was signed", path)
        listed.add(path)
    found = {str(it.relative_to(folder)).replace("\\", "/")
             for it in folder.rglob("*") if it.is_file()}
    if found != listed:
        wrong("un fichier de trop : %s", "a file too many: %s", sorted(found - listed)[0])
    return manifest


def table(folder, name):
    path = "data/%s.csv" % name
    text = bytes_of(folder, path).decode()
    rows = csv.reader(text.split("\r\n")[:-1], strict=True)
    titles = next(rows)
    made = []
    for row in rows:
        if len(row) != len(titles):
            wrong("%s : une ligne n'a pas toutes ses colonnes",
                  "%s: a row lacks a column", path)
        made.append(dict(zip(titles, row)))
    return made


def number(row, column):
    return int(row[column] or 0)


# The journal: places, hashes, links, signatures.


def till_of(public):
    bits = int.from_bytes(hashlib.sha256(public).digest()[:5], "big")
    return "".join(CROCKFORD[bits >> shift & 31] for shift in range(35, -5, -5))


def entry_text(e):
    return ("etal-journal-1\ntill=%(till)s\nepoch=%(epoch)s\nseq=%(seq)s\nuid=%(uid)s\n"
            "kind=%(kind)s\nat=%(at_utc_ms)s\noffset=%(offset_min)s\nday=%(business_day)s\n"
            "operator=%(operator)s\nprev=%(prev)s\npayload=%(payload)s\n" % e)


def canonical(value):
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def journal_of(folder, manifest):
    """The entries with their contents, once the chain holds."""
    entries = table(folder, "journal")
    keys = {it["epoch"]: unhex(it["public_key"], 32, "x_epochs") for it in manifest["x_epochs"]}
    ends, runs, uids = {}, {}, set()
    for e in entries:
        place = "%s/%s" % (e["epoch"], e["seq"])
        epoch, seq = int(e["epoch"]), int(e["seq"])
        if e["till"] != manifest["x_till"] or e["format"] != "1":
            wrong("écriture %s : une autre caisse ou un autre format",
                  "entry %s: another till or another format", place)
        if hashlib.sha256(entry_text(e).encode()).hexdigest() != e["hash"]:
            wrong("écriture %s : l'empreinte n'est pas celle du contenu",
                  "entry %s: the hash is not that of its content", place)
        payload = json.loads(e["payload"])
        if canonical(payload) != e["payload"]:
            wrong("écriture %s : contenu non canonique", "entry %s: content not canonical", place)
        if epoch in ends:
            if ends[epoch] != (seq - 1, e["prev"]):
                wrong("écriture %s : elle ne suit pas la précédente",
                      "entry %s: it does not follow the one before", place)
        elif ends and (seq != 1 or epoch <= max(ends)):
            wrong("écriture %s : une époque qui ne commence pas par son début",
                  "entry %s: an epoch that does not begin at its beginning", place)
        if seq == 1:
            if e["kind"] != "identity" or (epoch == 1 and e["prev"] != "00" * 32):
                wrong("écriture %s : une époque sans identité",
                      "entry %s: an epoch without identity", place)
            if payload["public_key"] != keys.get(epoch, b"").hex():
                wrong("écriture %s : une autre clé que celle du lot",
                      "entry %s: another key than the bundle's", place)
            if epoch == 1 and till_of(keys[epoch]) != e["till"]:
                wrong("la première clé n'est pas celle de cette caisse",
                      "the first key is not this till's")
        if epoch not in keys or not signed(
                keys[epoch], bytes.fromhex(e["hash"]), unhex(e["sig"], 64, "sig")):
            wrong("écriture %s : la signature ne tient pas",
                  "entry %s: its signature does not hold", place)
        if (epoch, e["uid"]) in uids:
            wrong("écriture %s : deux fois le même uid", "entry %s: its uid is there twice", place)
        uids.add((epoch, e["uid"]))
        runs.setdefault(epoch, {"epoch": epoch, "public_key": keys[epoch].hex(), "first_seq": seq,
                                "prev_hash": e["prev"]})
        runs[epoch].update(last_seq=seq, last_hash=e["hash"])
        ends[epoch] = seq, e["hash"]
        e["content"] = payload
    if len(entries) != manifest["x_entries"] or list(runs.values()) != manifest["x_epochs"]:
        wrong("le journal n'a pas les écritures que le lot annonce",
              "the journal has not the entries that the bundle says")
    if len(runs) == 1 and 1 in runs and till_of(keys[1]) != manifest["x_till"]:
        wrong("la clé n'est pas celle de cette caisse", "the key is not this till's")
    last = entries[-1]
    said = manifest["x_closing"]
    if last["kind"] != "closing" or last["content"]["level"] != "day" or (
            said["hash"], said["name"], said["number"], said["label"]) != (
            last["hash"], last["content"]["name"], last["content"]["number"],
            last["content"]["label"]):
        wrong("la dernière écriture n'est pas la clôture du lot",
              "the last entry is not the bundle's closing")
    return entries


# The tables of data/ against the contents of the journal.


def past(it, line=False):
    if not it:
        return ""
    place = "%s %s %s" % (it["till"], it["epoch"], it["seq"])
    return "%s %s" % (place, it["line"]) if line else place


def producer_of(line):
    if line["kind"] not in ("goods", "quick"):
        return ""
    owned = [it for it in line["shares"] if it["to"] in ("producer", "unattributed")]
    if not owned:
        return line["seller"]["id"]
    hers = [it for it in owned if it["to"] == "producer"]
    return hers[0].get("id", "") if hers else ""


def line_rows(e, ticket):
    tariff = ticket.get("tariff") or {}
    for at, it in enumerate(ticket["lines"]):
        department = it.get("department") or {}
        row = {
            "line": at, "ticket": ticket["name"], "reverses": past(ticket.get("reverses")),
            "corrects": past(ticket.get("corrects")), "tariff": tariff.get("id", ""),
            "tariff_name": tariff.get("name", ""), "tariff_percent": tariff.get("percent", ""),
            "kind": it["kind"], "product": it.get("product") or "", "label": it["label"],
            "quantity": it["quantity"], "unit": it["unit"], "price": it["price"],
            "base": it["base"], "paid": it["paid"], "vat": it.get("vat", ""), "net": it["net"],
            "tax": it["paid"] - it["net"], "seller": it["seller"]["id"],
            "seller_name": it["seller"]["name"], "department": department.get("id", ""),
            "department_name": department.get("name", ""), "producer": producer_of(it),
            "from_stock": "true" if it.get("from_stock") else "false",
            "takes_back": past(it.get("takes_back"), True),
            "stands_for": past(it.get("stands_for"), True),
        }
        for by in ("producer", "pot", "coop"):
            off = [x["cents"] for x in it.get("discounts", []) if x["by"] == by]
            row["discount_" + by] = sum(off) if off else ""
        for owner in OWNERS:
            hers = [x["cents"] for x in it["shares"] if x["to"] == owner]
            row["share_" + owner] = sum(hers) if hers else ""
        yield e, row


def payment_rows(e, ticket):
    for n, it in enumerate(ticket["payments"]):
        yield e, {
            "n": n, "ticket": ticket["name"], "reverses": past(ticket.get("reverses")),
            "corrects": past(ticket.get("corrects")), "tender": it["tender"],
            "tender_name": it.get("name") or "", "tender_kind": it["kind"],
            "amount": it["cents"], "change": "true" if it.get("change") else "false",
            "of": it.get("of") or "",
            "pieces": "" if it.get("pieces") is None else it["pieces"],
        }


def drawer(it):
    return {"tender": it["tender"], "tender_name": it.get("name") or "",
            "tender_kind": it["kind"]}


def pieces_of(it):
    return " ".join("%d x%d" % (p["worth"], p["count"]) for p in it.get("pieces", [])).replace(
        " x", "x")


def cash_rows(e, it):
    if e["kind"] == "cash":
        way, cents = it["way"], it["cents"]
        moves = {"float": "", "in": cents, "correction": cents, "out": -cents, "drop": -cents,
                 "paid_out": -cents, "received": 0, "banked": 0}[way]
        left = it.get("left")
        yield e, dict(drawer(it), n=0, what=way, reason=it.get("reason") or "", amount=cents,
                      moves=moves, pieces=pieces_of(it), left="" if left is None else left,
                      envelope=it.get("envelope") or "")
    elif e["kind"] == "count":
        for n, one in enumerate(it["means"]):
            yield e, dict(drawer(one), n=n, what="count", amount=one["total"], moves="",
                          number="" if one.get("number") is None else one["number"],
                          pieces=pieces_of(one), other=one.get("other", 0))
        if not it["means"]:
            yield e, {"n": 0, "what": "count", "tender": ""}
    elif e["kind"] == "settlement":
        common = {"what": "settlement", "settlement": it["name"],
                  "producer": it["producer"]["id"]}
        for n, one in enumerate(it.get("payments", [])):
            yield e, dict(drawer(one), n=n, amount=-one["cents"], moves=one["cents"],
                          flat=0 if n else it["flat"], **common)
        if not it.get("payments"):
            yield e, dict(common, n=0, tender="", amount=0, moves=0, flat=it["flat"])


def move_rows(e, it):
    """Movements of accounts: shares and payments of tickets, and what moved without one."""
    n = 0
    if e["kind"] == "ticket":
        for line in it["lines"]:
            for share in line["shares"]:
                if share["to"] == "account":
                    yield e, {"n": n, "ticket": it["name"], "member": share.get("id") or "",
                              "what": "line", "moves": share["cents"]}
                    n += 1
        for payment in it["payments"]:
            if payment["kind"] == "account":
                yield e, {"n": n, "ticket": it["name"], "member": payment.get("of") or "",
                          "what": "payment", "moves": -payment["cents"]}
                n += 1
    elif e["kind"] == "member":
        for one in it.get("moves", []):
            yield e, {"n": n, "member": one["member"], "what": "move", "moves": one["cents"]}
            n += 1


def compare(name, rows, wanted, skipped=0):
    """Whether a table says what the journal says, row by row."""
    found = rows[skipped:]
    if len(found) != len(wanted):
        wrong("data/%s.csv : %d lignes, le journal en donne %d",
              "data/%s.csv: %d rows, the journal makes %d", name, len(found), len(wanted))
    for row, (e, columns) in zip(found, wanted):
        said = dict(columns, epoch=e["epoch"], seq=e["seq"])
        for column, value in said.items():
            if row[column] != str(value):
                wrong("data/%s.csv, écriture %s/%s : %s vaut %s, le journal dit %s",
                      "data/%s.csv, entry %s/%s: %s is %s, the journal says %s",
                      name, e["epoch"], e["seq"], column, row[column], value)


def tables_of(folder, entries):
    tables = {it: table(folder, it) for it in "lines payments cash members stock".split()}
    tickets = [(e, e["content"]) for e in entries if e["kind"] == "ticket"]
    every = [(e, e["content"]) for e in entries]
    compare("lines", tables["lines"], [r for e, t in tickets for r in line_rows(e, t)])
    compare("payments", tables["payments"], [r for e, t in tickets for r in payment_rows(e, t)])
    left = sum(1 for it in tables["cash"] if it["what"] == "left")
    compare("cash", tables["cash"], [r for e, it in every for r in cash_rows(e, it)], left)
    compare("members", tables["members"], [r for e, it in every for r in move_rows(e, it)])
    for e, ticket in tickets:
        paid = sum(it["paid"] for it in ticket["lines"])
        shares = sum(s["cents"] for it in ticket["lines"] for s in it["shares"])
        payments = sum(it["cents"] for it in ticket["payments"])
        if not paid == shares == payments == ticket["total"]:
            wrong("le ticket %s ne tombe pas juste : lignes %s, parts %s, paiements %s",
                  "ticket %s does not balance: lines %s, shares %s, payments %s",
                  ticket["name"], euros(paid), euros(shares), euros(payments))
    return tables


def euros(cents):
    return "%s%d,%02d" % ("-" if cents < 0 else "", abs(cents) // 100, abs(cents) % 100)


# The Z, added up again from lines, payments and cash.


def tickets_of(lines):
    grouped = {}
    for row in lines:
        grouped.setdefault((number(row, "epoch"), number(row, "seq")), []).append(row)
    return grouped


def is_sold(row):
    return row["kind"] in ("goods", "quick")


def is_own(row):
    return is_sold(row) and not row["takes_back"] and not row["stands_for"] and (
        number(row, "quantity") > 0)


def summed(rows, key, **sums):
    """Rows added up by key, each sum by its own function, in the order of the keys."""
    made = {}
    for row in rows:
        sum_of = made.setdefault(key(row), dict.fromkeys(sums, 0))
        for name, of in sums.items():
            sum_of[name] += of(row)
    return made


def named_row(tender, name, kind, **rest):
    row = {"tender": tender, "kind": kind, **rest}
    return {**row, "name": name} if name else row


def of_tenders(rows, cents, count):
    sums = summed(rows, lambda it: (it["tender"], it["tender_name"]), cents=cents, number=count)
    kinds = {(it["tender"], it["tender_name"]): it["tender_kind"] for it in rows}
    return [named_row(key[0], key[1], kinds[key], **sums[key]) for key in sorted(sums)]


def takings(lines):
    sold = [it for it in lines if it["producer"]]
    moved = set()
    articles = summed(sold, lambda it: (it["producer"], it["unit"], it["product"],
                                        "" if it["product"] else it["label"]),
                      quantity=lambda it: number(it, "quantity"), paid=lambda it: number(it, "paid"))
    moved.update(key[0] for key, it in articles.items() if it["quantity"] or it["paid"])
    sums = summed(sold, lambda it: it["producer"], sales=lambda it: number(it, "paid"),
                  commission=lambda it: number(it, "share_commission"),
                  pot=lambda it: number(it, "share_pot"))
    return [dict(id=key, share=it["sales"] - it["commission"] - it["pot"], **it)
            for key, it in sorted(sums.items()) if key in moved]


def by_ticket(grouped, key):
    """Tickets with a sale of their own, and turnover, per key of their rows."""
    made = {}
    for rows in grouped.values():
        sold = [it for it in rows if is_sold(it)]
        if sold:
            row = made.setdefault(key(sold[0]), [0, 0, 0])
            row[0] += any(is_own(it) for it in sold)
            row[1] += sum(number(it, "paid") for it in sold)
            row[2] += sum(number(it, "share_pot") for it in sold)
    return made


def hour(row):
    return (number(row, "at_utc_ms") // 60000 + number(row, "offset_min")) // 60 % 24


def owners_of(lines, payments, members):
    moved = {owner: [0, 0] for owner in HELD}
    moves = [(owner, number(row, "share_" + owner)) for row in lines for owner in HELD]
    moves += [(it["tender_kind"], -number(it, "amount")) for it in payments
              if it["tender_kind"] in ("account", "fund", "credit_note")]
    moves += [("account", number(it, "moves")) for it in members if it["what"] == "move"]
    for owner, cents in moves:
        moved[owner][cents < 0] += abs(cents)
    return [{"owner": it, "came": moved[it][0], "went": moved[it][1]}
            for it in HELD if any(moved[it])]


def place_of(row):
    return number(row, "epoch"), number(row, "seq")


def drawers_of(cash, payments):
    drawers = {}

    def at(row):
        one = drawers.setdefault(row["tender"], {"float": None, "left": 0, "moves": 0})
        one["kind"] = row["tender_kind"]
        return one
    for row in cash:
        if not row["tender"] or row["what"] == "count":
            continue
        if row["what"] == "left":
            at(row)["left"] = number(row, "amount")
        elif row["what"] == "float":
            at(row)["float"] = number(row, "amount")
        else:
            at(row)["moves"] += number(row, "moves")
    for row in payments:
        if row["tender_kind"] not in ("account", "fund", "credit_note"):
            at(row)["moves"] += number(row, "amount")
    rows = []
    for tender, it in sorted(drawers.items()):
        start = it["left"] if it["float"] is None else it["float"]
        row = {"tender": tender, "kind": it["kind"], "start": start, "expected": start + it["moves"]}
        rows.append(row if it["float"] is None else dict(row, float=it["float"]))
    return rows


def cash_of(cash):
    ways = "float in out drop paid_out correction received banked".split()
    kept, last = [], {}
    for row in cash:
        if row["what"] == "float":
            last[row["tender"]] = row
    kept = [it for it in cash if it["what"] in ways
            and (it["what"] != "float" or last[it["tender"]] is it)]
    sums = summed(kept, lambda it: (it["what"], it["reason"], it["tender"]),
                  cents=lambda it: number(it, "amount"), number=lambda _: 1)
    return {key: (it["cents"], it["number"]) for key, it in sums.items()}


def figures_of(tables, entries):
    """The figures of the Z, from lines, payments and cash; what is said there by name is left out
    where the same thing was called two ways."""
    lines, payments, cash = tables["lines"], tables["payments"], tables["cash"]
    grouped = tickets_of(lines)
    sold = [it for it in lines if is_sold(it)]
    paid = lambda it: number(it, "paid")
    departments = summed(sold, lambda it: it["department"], paid=paid)
    vat = summed([it for it in lines if it["vat"] != ""], lambda it: number(it, "vat"), paid=paid,
                 tax=lambda it: number(it, "tax"), net=lambda it: number(it, "net"))
    given_up = [e["content"] for e in entries if e["kind"] == "abandoned"]
    voids = [rows for rows in grouped.values() if rows[0]["reverses"]]
    parts = [it for it in given_up if it["what"] == "line"]
    baskets = [it for it in given_up if it["what"] == "basket"]
    settled = [it for it in cash if it["what"] == "settlement" and it["tender"]]
    total = lambda rows: sum(paid(it) for it in rows)
    tariffs = by_ticket(grouped, lambda it: (
        number(it, "tariff_percent") if it["tariff_percent"] else 10000, it["tariff_name"]))
    days = by_ticket(grouped, lambda it: it["business_day"])
    return {
        "tickets": sum(any(is_own(it) for it in rows) for rows in grouped.values()),
        "lines": sum(is_own(it) for it in lines),
        "turnover": total(sold),
        "back": -sum(paid(it) for it in sold if paid(it) < 0 and not it["corrects"]),
        "absolute": sum(abs(total([it for it in rows if is_sold(it)])) for rows in grouped.values()),
        "vat": [dict(rate=rate, **it) for rate, it in sorted(vat.items()) if any(it.values())],
        "tenders": of_tenders(payments, lambda it: number(it, "amount"), lambda it: (
            0 if it["change"] == "true" else
            -1 if it["tender_kind"] in ("cheque", "meal") and number(it, "amount") < 0 else 1)),
        "producers": takings(lines),
        "departments": {key: it["paid"] for key, it in departments.items()},
        "tariffs": {key: tuple(it) for key, it in tariffs.items()},
        "commission": sum(number(it, "share_commission") for it in sold),
        "pot": sum(number(it, "share_pot") for it in sold),
        "flats": sum(number(it, "flat") for it in cash),
        "owners": owners_of(lines, payments, tables["members"]),
        "settled": of_tenders(settled, lambda it: number(it, "amount"), lambda _: 1),
        "cash": cash_of(cash),
        "drawers": drawers_of(cash, payments),
        "voids": {"number": len(voids), "cents": sum(abs(total(rows)) for rows in voids)},
        "lines_given_up": {"number": sum(len(it["lines"]) for it in parts),
                           "cents": sum(abs(it["total"]) for it in parts)},
        "baskets_given_up": {"number": len(baskets),
                             "cents": sum(abs(it["total"]) for it in baskets)},
        "drawer_openings": sum(e["kind"] == "event" and e["content"]["what"] == "drawer"
                               for e in entries),
        "duplicates": sum(e["kind"] == "printed" and e["content"]["copy"] > 0 for e in entries),
        "days": {key: tuple(it[:2]) for key, it in days.items()},
        "hours": {key: tuple(it[:2]) for key, it in by_ticket(grouped, hour).items()},
    }


def said(figures):
    """The closing's own figures in the shape of those above."""
    bare = lambda rows: [{k: v for k, v in it.items() if k != "name"} for it in rows]
    shaped = dict(figures)
    shaped["producers"] = bare(figures["producers"])
    shaped["drawers"] = bare(figures["drawers"])
    shaped["departments"] = {it.get("id", ""): it["paid"] for it in figures["departments"]}
    shaped["tariffs"] = {(it["percent"], it.get("name", "")): (it["tickets"], it["paid"], it["pot"])
                         for it in figures["tariffs"]}
    shaped["cash"] = {(it["way"], it.get("reason", ""), it["tender"]): (it["cents"], it["number"])
                      for it in figures["cash"]}
    for name in ("days", "hours"):
        shaped[name] = {it["span"]: (it["tickets"], it["turnover"]) for it in figures[name]}
    return shaped


def means_of(drawers, tables):
    """Per means of payment: what should be there, what is."""
    counts = [it for it in tables["cash"] if it["what"] == "count"]
    last = max((place_of(it) for it in counts), default=None)
    found = {it["tender"]: it for it in counts if place_of(it) == last and it["tender"]}
    after = lambda it: last is not None and place_of(it) > last
    since = {}
    for it in tables["payments"]:
        if after(it) and not it["corrects"]:
            since[it["tender"]] = since.get(it["tender"], 0) + number(it, "amount")
    for it in tables["cash"]:
        if after(it) and it["what"] not in ("left", "float", "count", "correction"):
            since[it["tender"]] = since.get(it["tender"], 0) + number(it, "moves")
    rows = [{"tender": it["tender"], "kind": it["kind"], "expected": it["expected"]}
            for it in drawers]
    known = {it["tender"] for it in rows}
    rows += [{"tender": it["tender"], "kind": it["tender_kind"], "expected": 0}
             for it in found.values() if it["tender"] not in known]
    for row in rows:
        if row["tender"] in found:
            one = found[row["tender"]]
            moved = since.get(row["tender"], 0) if row["tender"] in known else 0
            row["counted"] = number(one, "amount") + moved
            if one["number"]:
                row["number"] = number(one, "number")
    return sorted(rows, key=lambda it: (KINDS.index(it["kind"]), it["tender"]))


def decided_holds(closing):
    decided = closing["decided"]
    envelope = decided.get("envelope") or {}
    placed = decided.get("left", []) + envelope.get("papers", [])
    for row in closing.get("means", []):
        held = max(row.get("counted", row["expected"]), 0)
        stays = sum(it["cents"] for it in placed if it["tender"] == row["tender"])
        if row["kind"] == "cash":
            stays += envelope.get("cash", 0)
        wanted = 0 if row["kind"] in ("card", "account", "credit_note", "fund") else held
        if stays != wanted:
            wrong("clôture : %s, il reste et il part %s au lieu de %s",
                  "closing: %s, %s stay and leave instead of %s",
                  row["tender"], euros(stays), euros(wanted))


def z_holds(manifest, entries, tables):
    closing = entries[-1]["content"]
    made, figures = figures_of(tables, entries), said(closing["figures"])
    for name, value in made.items():
        if value != figures[name]:
            wrong("Z : %s n'est pas ce que font les lignes, les paiements et la caisse (%s au lieu "
                  "de %s)", "Z: %s is not what lines, payments and cash come to (%s instead of %s)",
                  name, figures[name], value)
    means = [{k: v for k, v in it.items() if k != "name"} for it in closing.get("means", [])]
    if means != means_of(made["drawers"], tables):
        wrong("Z : attendu ou compté n'est pas ce que dit la caisse",
              "Z: expected or counted is not what the cash says")
    decided_holds(closing)
    totals = manifest["x_totals"]
    if (totals["turnover"], totals["tenders"], totals["vat"], totals["perpetual"]) != (
            made["turnover"], made["tenders"], made["vat"], closing["total"]):
        wrong("les totaux du lot ne sont pas ceux du Z", "the bundle's totals are not the Z's")
    if closing.get("previous") is None and closing["total"] != {
            "algebraic_cents": made["turnover"], "absolute_cents": made["absolute"]}:
        wrong("Z : le total perpétuel ne part pas de zéro", "Z: perpetual total not from zero")
    return closing


def follows(before, closing, entries, tables):
    """Whether a closing goes on from the one before it."""
    earlier, previous = before["entries"][-1], closing["previous"]
    place = {"epoch": int(earlier["epoch"]), "seq": int(earlier["seq"])}
    if (previous["hash"], previous["place"], previous["name"]) != (
            earlier["hash"], place, earlier["content"]["name"]):
        wrong("Z : il ne suit pas %s", "Z: it does not follow %s", earlier["content"]["name"])
    first = entries[0]
    if int(first["epoch"]) == place["epoch"] and (
            int(first["seq"]) != place["seq"] + 1 or first["prev"] != earlier["hash"]):
        wrong("des écritures manquent depuis %s", "entries are missing since %s", previous["name"])
    total, was, made = closing["total"], earlier["content"]["total"], closing["figures"]
    if total != {"algebraic_cents": was["algebraic_cents"] + made["turnover"],
                 "absolute_cents": was["absolute_cents"] + made["absolute"]}:
        wrong("Z : le total perpétuel ne suit pas celui de %s",
              "Z: the perpetual total does not go on from %s", previous["name"])
    if closing["number"] != earlier["content"]["number"] + 1:
        wrong("Z : son numéro ne suit pas %s", "Z: its number does not follow %s", previous["name"])
    left = {it["tender"]: it["cents"] for it in earlier["content"]["decided"].get("left", [])}
    for row in tables["cash"]:
        if row["what"] == "left" and number(row, "amount") != left.get(row["tender"], 0):
            wrong("Z : le fond de %s n'est pas ce que %s a laissé",
                  "Z: what %s starts from is not what %s left", row["tender"], previous["name"])


def late_holds(closing, label_before):
    days = closing["figures"]["days"]
    late = [it for it in days if label_before is not None
            and it["span"] <= label_before and it["span"] < closing["label"]]
    if late != closing.get("late", []):
        wrong("Z : les tickets en retard ne sont pas ceux-là", "Z: these are not the late tickets")


SUMS = ("tickets", "lines", "turnover", "back", "absolute", "commission", "pot", "flats")


def month_holds(content, days, months, first_known):
    """A month against its days, a year against its months, where all of them are at hand."""
    parts = days if content["level"] == "month" else months
    if not parts or not first_known:
        return
    for name in SUMS:
        total = sum(it["figures"][name] for it in parts)
        if content["figures"][name] != total:
            wrong("clôture %s : %s n'est pas la somme de ses parts (%s au lieu de %s)",
                  "closing %s: %s is not the sum of its parts (%s instead of %s)",
                  content["name"], name, content["figures"][name], total)
    if content["total"] != parts[-1]["total"]:
        wrong("clôture %s : son total perpétuel n'est pas celui de la dernière",
              "closing %s: its perpetual total is not that of the last", content["name"])


def checked(folder):
    manifest = manifest_of(folder)
    entries = journal_of(folder, manifest)
    tables = tables_of(folder, entries)
    return {"manifest": manifest, "entries": entries, "tables": tables,
            "closing": z_holds(manifest, entries, tables)}


class Chain:
    """What was read so far of one till."""

    def __init__(self):
        self.before, self.days, self.months = None, [], []
        self.days_known = self.months_known = False

    def take(self, bundle):
        closing, before = bundle["closing"], self.before
        previous = closing.get("previous")
        if before is None or previous is None or (
                before["closing"]["number"] + 1 < closing["number"]):
            # Lots in between are not at hand: months cannot be added up from here.
            self.days, self.months = [], []
            self.days_known = self.months_known = previous is None
            if previous is None:
                late_holds(closing, None)
        else:
            follows(before, closing, bundle["entries"], bundle["tables"])
            late_holds(closing, before["closing"]["label"])
        for e in bundle["entries"][:-1]:
            if e["kind"] != "closing":
                continue
            content = e["content"]
            if content["level"] == "month":
                month_holds(content, self.days, [], self.days_known)
                self.months.append(content)
                self.days, self.days_known = [], True
            elif content["level"] == "year":
                month_holds(content, [], self.months, self.months_known)
                self.months, self.months_known = [], True
        self.days.append(closing)
        self.before = bundle


def bundles_of(arguments):
    for argument in arguments:
        folder = Path(argument)
        if (folder / "datapackage.json").exists() or NAME.match(folder.name):
            yield folder
        elif folder.is_dir():
            yield from sorted((it for it in folder.iterdir() if it.is_dir()
                               and NAME.match(it.name)),
                              key=lambda it: int(it.name.rsplit("_Z", 1)[1]))


def main(arguments):
    chains, bad, count = {}, 0, 0
    for folder in bundles_of(arguments):
        count += 1
        try:
            bundle = checked(folder)
            chains.setdefault(bundle["manifest"]["x_till"], Chain()).take(bundle)
        except Wrong as fault:
            bad += 1
            print("%s : %s%s" % (folder.name, "WRONG: " if ENGLISH else "FAUX : ", fault))
        except (ValueError, KeyError, TypeError, IndexError, AttributeError) as fault:
            bad += 1
            print("%s : %s (%s)" % (folder.name, "WRONG: unreadable" if ENGLISH else
                                    "FAUX : illisible", fault))
        else:
            made = bundle["closing"]["figures"]
            print("%s : %s, %d tickets, %s €" % (
                folder.name, "in order" if ENGLISH else "en ordre", made["tickets"],
                euros(made["turnover"])))
    if not count:
        print("no bundle here: python3 etal_verify.py FOLDER" if ENGLISH else
              "aucun dossier de clôture ici : python3 etal_verify.py DOSSIER")
        return 2
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main([it for it in sys.argv[1:] if it != "--en"]))
