#!/usr/bin/env python3
"""Checks judged questions: python3 check.py ADDRESS FILE…

ADDRESS is a running service (http://127.0.0.1:8080) that has indexed the collections; only its list of
reports and their paragraphs are read, nothing is searched.
"""
import collections
import json
import re
import sys
import urllib.parse
import urllib.request


def get(path):
    return json.load(urllib.request.urlopen(sys.argv[1] + "/api/v1/" + path))


def paragraphs():
    found, cursor = {}, None
    while True:
        page = get("reports" + (f"?cursor={urllib.parse.quote(cursor)}" if cursor else ""))
        for report in page["reports"]:
            for paragraph in get("reports/" + report["id"])["paragraphs"]:
                for source in report["sources"]:
                    found[source["path"], paragraph["id"]] = paragraph
        cursor = page.get("nextCursor")
        if not cursor:
            return found


def faults(question, known):
    answers = question["answers"]
    if not answers or max(a["grade"] for a in answers) < 3:
        yield "no answer of grade 3"
    keys = [(a["path"], a["paragraph"]) for a in answers]
    if len(set(keys)) < len(keys):
        yield "an answer twice"
    for answer in answers:
        paragraph = known.get((answer["path"], answer["paragraph"]))
        if paragraph is None:
            yield f"no paragraph {answer['path']} {answer['paragraph']}"
            continue
        if answer["grade"] not in (1, 2, 3):
            yield f"grade {answer['grade']}"
        if paragraph["kind"] != "body" and answer["grade"] > 1:
            yield f"a {paragraph['kind']} of grade {answer['grade']}"
        for phrase in re.findall("“([^”]+)”", question["q"]):
            if phrase not in paragraph["text"]:
                yield f"{answer['paragraph']} does not have {phrase}"


def main():
    known = paragraphs()
    asked, bad = collections.Counter(), 0
    for name in sys.argv[2:]:
        kinds = collections.Counter()
        with open(name, encoding="utf-8") as lines:
            for question in map(json.loads, lines):
                asked[question["q"]] += 1
                kinds[question["kind"], "odd" if int(question["id"][1:]) % 2 else "even"] += 1
                for fault in faults(question, known):
                    bad += 1
                    print(name, question["id"], fault)
        for (kind, half), count in sorted(kinds.items()):
            print(name, kind, half, count)
    for text, times in asked.items():
        if times > 1:
            bad += 1
            print("asked twice:", text)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
