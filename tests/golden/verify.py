#!/usr/bin/env python3
"""Checks a journal of Étal, format 1, without Étal: hashes, links, canonical content, signatures.

Usage: verify.py FILE, a database (etal.db, closed) or JSON lines with the journal's columns.
Needs nothing but Python 3.8.
"""
import hashlib
import json
import sqlite3
import sys
from pathlib import Path

COLUMNS = "till epoch seq uid kind format at offset day operator payload prev hash sig".split()
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

# Ed25519 as RFC 8032, section 5.1, has it.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = f - e, h - g, h + g, f + e
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = add(result, point)
        point, number = add(point, point), number >> 1
    return result


def x_of(y, odd):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if y >= P or (x * x - square) % P or (x == 0 and odd):
        return None
    return P - x if x & 1 != odd else x


def point(data):
    number = int.from_bytes(data, "little")
    y, odd = number & ((1 << 255) - 1), number >> 255
    x = x_of(y, odd)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = x_of(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def signed(public, message, signature):
    a, r, s = point(public), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ORDER:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little")
    left, right = times(s, BASE), add(r, times(h % ORDER, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 == (
        left[1] * right[2] - right[1] * left[2]) % P


def till_of(public):
    bits = int.from_bytes(hashlib.sha256(public).digest()[:5], "big")
    return "".join(CROCKFORD[bits >> shift & 31] for shift in range(35, -5, -5))


def text(e):
    return ("etal-journal-1\ntill={till}\nepoch={epoch}\nseq={seq}\nuid={uid}\nkind={kind}\n"
            "at={at}\noffset={offset}\nday={day}\noperator={operator}\n"
            "prev={prev}\npayload={payload}\n").format(**e)


def canonical(payload):
    return json.dumps(payload, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def entries(path):
    with open(path, "rb") as file:
        if file.read(15) != b"SQLite format 3":
            file.seek(0)
            return [json.loads(line) for line in file]
    database = sqlite3.connect(Path(path).absolute().as_uri() + "?mode=ro", uri=True)
    rows = database.execute(
        "SELECT till, epoch, seq, uid, kind, format, at_utc_ms, offset_min, business_day, operator,"
        " payload, prev, hash, sig FROM journal ORDER BY rowid")
    return [dict(zip(COLUMNS, (v.hex() if isinstance(v, bytes) else v for v in row)))
            for row in rows]


def fault(e, ends, keys):
    """What is wrong with an entry, or None."""
    place, payload = (e["till"], e["epoch"]), json.loads(e["payload"])
    if hashlib.sha256(text(e).encode()).hexdigest() != e["hash"]:
        return "its hash is not that of its content"
    if canonical(payload) != e["payload"]:
        return "its content is not canonical"
    if e["seq"] == 1 and place not in ends:
        if e["kind"] != "identity":
            return "an epoch that does not begin with an identity"
        keys[place] = bytes.fromhex(payload["public_key"])
        before = payload.get("continues")
        if e["epoch"] == 1:
            if e["prev"] != "00" * 32 or till_of(keys[place]) != e["till"]:
                return "the first key is not this till's"
        elif before is None or before["hash"] != e["prev"]:
            return "an epoch that does not lead on"
        elif before.get("signature") and not signed(
                keys[e["till"], before["epoch"]], keys[place],
                bytes.fromhex(before["signature"])):
            return "the old key did not sign the new one"
    elif place not in ends or ends[place][0] + 1 != e["seq"]:
        return "entries are missing before it"
    elif ends[place][1] != e["prev"]:
        return "it is not linked to the one before"
    if not signed(keys[place], bytes.fromhex(e["hash"]), bytes.fromhex(e["sig"])):
        return "its signature does not hold"
    return None


def main(path):
    ends, keys, count = {}, {}, 0
    for e in entries(path):
        wrong = fault(e, ends, keys)
        if wrong:
            print("till %s, epoch %d, entry %d: %s" % (e["till"], e["epoch"], e["seq"], wrong))
            return 1
        ends[e["till"], e["epoch"]] = e["seq"], e["hash"]
        count += 1
    print("%d entries hold" % count)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
