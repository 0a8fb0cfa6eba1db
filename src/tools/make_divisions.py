#!/usr/bin/env python3
"""Makes the table of divisions that is part of the program.

    python3 src/tools/make_divisions.py FOLDER

FOLDER holds provinces.csv, cities.csv, areas.csv and streets.csv: the division codes that China's
statistics bureau publishes (as of 2023-06-30), in the common CSV form with each one's code, name and
parent's code. Written is src/main/resources/govsearch/ingest/places/divisions.txt.gz, one division a
line, indented by its level; the towns of a county stand on one line. The same input gives the same bytes.
"""
import csv
import gzip
import pathlib
import sys

HEADER = """# 全国行政区划：省、市、县、乡四级的名称。
# 来源：国家统计局《统计用区划代码》，截至 2023-06-30；由 src/tools/make_divisions.py 生成。
"""
TARGET = (
    pathlib.Path(__file__).resolve().parent.parent
    / "main/resources/govsearch/ingest/places/divisions.txt.gz"
)


def rows(folder, name):
    with open(folder / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def below(table, parent):
    groups = {}
    for row in table:
        groups.setdefault(row[parent], []).append(row)
    return groups


def main():
    folder = pathlib.Path(sys.argv[1])
    cities = below(rows(folder, "cities.csv"), "provinceCode")
    areas = below(rows(folder, "areas.csv"), "cityCode")
    streets = below(rows(folder, "streets.csv"), "areaCode")
    lines = []
    for province in rows(folder, "provinces.csv"):
        lines.append(province["name"])
        for city in cities.get(province["code"], []):
            lines.append("\t" + city["name"])
            for area in areas.get(city["code"], []):
                lines.append("\t\t" + area["name"])
                towns = [street["name"] for street in streets.get(area["code"], [])]
                if towns:
                    lines.append("\t\t\t" + " ".join(towns))
    text = HEADER + "\n".join(lines) + "\n"
    with open(TARGET, "wb") as file, gzip.GzipFile(
        filename="", mode="wb", compresslevel=9, fileobj=file, mtime=0
    ) as packed:
        packed.write(text.encode())
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
