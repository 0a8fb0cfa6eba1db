package govsearch.query;

import govsearch.text.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers what is to be said of a query. A slip made hundreds of times is not said so often. */
final class Notices {

  private static final int MOST_OF_A_KIND = 3;

  private final List<Notice> said = new ArrayList<>();

  void say(String code, String message, Range at) {
    said.add(new Notice(code, message, at.start(), at.end()));
  }

  /** By position; of many of one code the first few, the last of them telling how many follow. */
  List<Notice> inOrder() {
    List<Notice> sorted = new ArrayList<>(said);
    sorted.sort(Comparator.comparingInt(Notice::start));
    Map<String, Integer> times = new HashMap<>();
    sorted.forEach(notice -> times.merge(notice.code(), 1, Integer::sum));
    Map<String, Integer> shown = new HashMap<>();
    List<Notice> kept = new ArrayList<>();
    for (Notice notice : sorted) {
      int nth = shown.merge(notice.code(), 1, Integer::sum);
      int more = times.getOrDefault(notice.code(), 0) - MOST_OF_A_KIND;
      if (nth < MOST_OF_A_KIND || (nth == MOST_OF_A_KIND && more <= 0)) {
        kept.add(notice);
      } else if (nth == MOST_OF_A_KIND) {
        String message = notice.message() + "（后面还有 " + more + " 处同样的情况）";
        kept.add(new Notice(notice.code(), message, notice.start(), notice.end()));
      }
    }
    return kept;
  }
}
