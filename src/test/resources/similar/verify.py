"""Checks the evaluation data: python3 verify.py [DIVISIONS_DIR [SEEDS_DIR]]. Ends with 1 on any fault."""
import csv
import json
import re
import sys
from collections import Counter
from pathlib import Path

from bigrams import content_bigrams, distance

here = Path(__file__).parent
faults = []


def fault(*words):
    faults.append(" ".join(map(str, words)))


texts = {p.name: p.read_text(encoding="utf-8") for p in sorted((here / "reports").glob("*.txt"))}
queries = [json.loads(line) for line in (here / "judgements.jsonl").open(encoding="utf-8")]


def once(file, text, where):
    n = texts.get(file, "").count(text)
    if n != 1:
        fault(where, file, f"occurs {n} times:", text)


def sectioned(file):
    """The file divided into (heading, lines) by its level-1 headings."""
    parts = [("", [])]
    for line in texts[file].splitlines():
        if re.match(r"[\s　]*[一二三四五六七八九十]、", line):
            parts.append((line.strip(), []))
        parts[-1][1].append(line)
    return parts


def place(file, text):
    """problems, plans or achievements: where the text stands."""
    for heading, lines in sectioned(file):
        body = "\n".join(lines)
        at = body.find(text)
        if at < 0:
            continue
        if "下一步工作打算" in heading and "问题" in heading:
            return "plans" if at > body.rfind("下一步工作打算：") else "problems"
        if re.search("问题|不足", heading):
            return "problems"
        if re.search("下一|工作计划", heading):
            return "plans"
        return "achievements"
    return None


def whole(file, text):
    """The statement with its title: what stands before the text back to the item's mark or the heading line above."""
    t = texts[file]
    start = t.index(text)
    line = t.rfind("\n", 0, start) + 1
    marks = [m.end() for m in re.finditer(r"[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d][）)]|\d[.．] ?", t[line:start])]
    if marks:
        return t[line + marks[-1] : start] + text
    above = t[t.rfind("\n", 0, line - 1) + 1 : line]
    return (above if re.match(r"[\s　]*[（(][一二三四五六七八九十][）)]", above) and len(above) < 30 else "") + t[line:start] + text


town = lambda file: file.split("_")[1]
kinds, grades = Counter(), Counter()
ids = Counter(q["id"] for q in queries)
for q in queries:
    if ids[q["id"]] > 1:
        fault("id twice", q["id"])
    own = None
    if isinstance(q["query"], dict):
        own = q["query"]["report"]
        once(own, q["query"]["statement"], q["id"])
        text = whole(own, q["query"]["statement"])
    else:
        text = q["query"]
        for file, t in texts.items():
            if text.rstrip("。") in t:
                fault(q["id"], "query stands in", file)
    seen = Counter(town(a["file"]) for a in q["answers"])
    for t, n in seen.items():
        if n > 1:
            fault(q["id"], "two answers of", t)
    if own and town(own) in seen:
        fault(q["id"], "answers itself", own)
    for a in q["answers"]:
        once(a["file"], a["text"], q["id"])
        if place(a["file"], a["text"]) != "problems":
            fault(q["id"], "not under problems:", a["file"], a["text"])
        if a["grade"] not in (1, 2, 3):
            fault(q["id"], "grade", a["grade"])
        statement = whole(a["file"], a["text"])
        if distance(text, statement) != a["distance"]:
            fault(q["id"], "distance", a["distance"], distance(text, statement), statement)
        if a["distance"] == "far" and content_bigrams(text) & content_bigrams(statement):
            fault(q["id"], "far shares", content_bigrams(text) & content_bigrams(statement))
        kinds[q["form"], a["distance"]] += 1
        grades[a["grade"]] += 1
    answers = {(a["file"], a["text"]) for a in q["answers"]}
    for n in q["negatives"]:
        once(n["file"], n["text"], q["id"])
        if (n["file"], n["text"]) in answers:
            fault(q["id"], "both answer and negative", n["text"])
        want = "problems" if n["kind"] == "otherProblem" else "achievements"
        if place(n["file"], n["text"]) != want:
            fault(q["id"], "negative not under", want, n["file"], n["text"])
    if {(r["file"], r["problem"]) for r in q["remedies"]} != answers:
        fault(q["id"], "remedies and answers differ")
    for r in q["remedies"] + q.get("ownRemedies", []):
        once(r["file"], r["problem"], q["id"])
        once(r["file"], r["measure"], q["id"])
        if place(r["file"], r["measure"]) != "plans":
            fault(q["id"], "measure not under plans:", r["file"], r["measure"])
        if "nextYear" in r:
            n = r["nextYear"]
            once(n["file"], n["text"], q["id"])
            if place(n["file"], n["text"]) != "achievements":
                fault(q["id"], "next year's answer not under achievements", n["file"])
            if town(n["file"]) != town(r["file"]) or int(n["file"][-8:-4]) != int(r["file"][-8:-4]) + 1:
                fault(q["id"], "not the next year", n["file"])

for theme in {q["theme"] for q in queries}:
    first = Counter(a["distance"] for q in queries if q["id"] == theme + "-1" for a in q["answers"])
    if first["near"] < 2 or first["middle"] < 2 or first["far"] < 2:
        fault(theme, dict(first))

lengths = sorted(len(re.sub(r"\s", "", t)) for t in texts.values())
if lengths[0] < 850 or lengths[-1] > 1900:
    fault("length", lengths[0], lengths[-1])
for file, t in texts.items():
    for left in re.findall(r"[{}]|。。|，，|；。|。；|：：", t):
        fault(file, "left over", left)
years = Counter(f[-8:-4] for f in texts)
towns = Counter(map(town, texts))

if len(sys.argv) > 1:
    real = set()
    for name in ("streets", "areas", "cities"):
        with open(Path(sys.argv[1]) / f"{name}.csv", encoding="utf-8") as rows:
            real |= {r["name"] for r in csv.DictReader(rows)}
    everything = "\n".join(real)
    for file in texts:
        county, name = file.split("_")[:2]
        for n in (county, name, re.sub("(畲族乡|街道|苏木|镇|乡)$", "", name)):
            if n in everything:
                fault("a real place:", n)
    for city in set(re.findall(r"(?m)^(..市)..[县区]", "\n".join(texts.values()))):
        if city in everything:
            fault("a real place:", city)
if len(sys.argv) > 2:
    # no stretch of 18 characters of a real report, set phrases of the state apart
    for p in sorted(Path(sys.argv[2]).glob("*.txt")):
        seed = re.sub(r"\s", "", p.read_text(encoding="utf-8"))
        grams = {seed[i : i + 18] for i in range(len(seed) - 17)}
        hits = Counter()
        for file, t in texts.items():
            t = re.sub(r"\s", "", t)
            for i in range(len(t) - 17):
                if t[i : i + 18] in grams:
                    hits[t[i : i + 18]] += 1
        for h, n in hits.items():
            print("as in a seed:", n, h)

print(len(texts), "reports of", len(towns), "towns,", sum(n > 1 for n in towns.values()), "with two years; years", dict(sorted(years.items())))
print("characters without space:", lengths[0], "to", lengths[-1], "median", lengths[len(lengths) // 2])
print(len(queries), "queries,", sum(kinds.values()), "answers by form and distance", dict(sorted(kinds.items())), "by grade", dict(sorted(grades.items())))
print("negatives", Counter(n["kind"] for q in queries for n in q["negatives"]))
print("remedies", sum(len(q["remedies"]) for q in queries), "with next year", sum("nextYear" in r for q in queries for r in q["remedies"]))
print("\n".join(faults) if faults else "no fault")
sys.exit(bool(faults))
