package govsearch.http;

import govsearch.insight.concordance.Concordance;
import govsearch.query.Notice;
import govsearch.query.ParsedQuery;
import java.util.ArrayList;
import java.util.List;

/** What is to be known of a question to reports that asks for no text. */
final class NothingSaid {

  private NothingSaid() {}

  /** The query's notices, and one more where there is no text in it. */
  static List<Notice> notices(ParsedQuery query) {
    List<Notice> notices = new ArrayList<>(query.notices());
    if (!Concordance.hasText(query.query())) {
      notices.add(new Notice("no-text", "检索式里没有要找的文字，凡有符合条件的段落都算提及", 0, 0));
    }
    return notices;
  }
}
