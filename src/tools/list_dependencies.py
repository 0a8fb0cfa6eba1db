#!/usr/bin/env python3
"""Writes src/docs/dependencies.md from what the build made: target/govsearch.cdx.json and target/lib.

A library's date is that of the newest file in its jar. Jars that are built reproducibly bear no real one.
"""
import json
import pathlib
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def date(jar):
    with zipfile.ZipFile(jar) as archive:
        newest = max(entry.date_time for entry in archive.infolist())
    return "%04d-%02d-%02d" % newest[:3] if newest[0] > 1980 else "—"


def licences(component):
    names = []
    for each in component.get("licenses", []):
        licence = each.get("license", {})
        names.append(each.get("expression") or licence.get("id") or licence.get("name") or "")
    return " 或 ".join(names)


def main():
    parts = json.loads((ROOT / "target/govsearch.cdx.json").read_text("utf-8"))["components"]
    rows = []
    for part in sorted(parts, key=lambda part: (part["group"], part["name"])):
        jar = ROOT / "target/lib" / ("%s-%s.jar" % (part["name"], part["version"]))
        rows.append(
            "| `%s:%s` | %s | %s | %s |"
            % (part["group"], part["name"], part["version"], date(jar), licences(part))
        )
    text = """# 依赖一览

程序运行时用到的库，由 `src/tools/list_dependencies.py` 从构建出的 CycloneDX 清单和 jar 生成；升级依赖以后重新生成。日期是 jar 里最新文件的日期，
“—”是可重现构建的 jar，里面没有真的日期。构建时检查许可是否都在[允许的许可](../release/licences.txt)里。没有漏洞数据库可查时，按日期和版本对照各库的公告。

| 库 | 版本 | 日期 | 许可 |
| --- | --- | --- | --- |
%s
""" % "\n".join(rows)
    (ROOT / "src/docs/dependencies.md").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
