"""Content bigrams of Han text: the rule by which near, middle and far are told apart.

A bigram of two neighbouring Han characters counts as content unless it holds a function character
or stands in the short list of words that every report of this genre uses.
"""
import re

FUNCTION = set("的了是在和与及或也都就还又很更最不没未被把将让使对向从于以而但若因其这那些每各等之所着得给跟同一")
GENRE = {"工作", "存在", "问题", "情况", "部分", "个别", "全镇", "我镇", "乡镇", "目前", "今年", "去年", "全年", "主要", "开展"}


def content_bigrams(text):
    found = set()
    for run in re.findall(r"[\u4e00-\u9fff]+", text):
        for a, b in zip(run, run[1:]):
            if a not in FUNCTION and b not in FUNCTION and a + b not in GENRE:
                found.add(a + b)
    return found


def shared(a, b):
    return sorted(content_bigrams(a) & content_bigrams(b))


def distance(query, statement):
    """far: no content bigram in common; near: four or more; middle: between."""
    n = len(shared(query, statement))
    return "far" if n == 0 else "near" if n >= 4 else "middle"
