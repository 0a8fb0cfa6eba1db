package govsearch.query;

import java.util.List;

/** A query as read, with what was read leniently. */
public record ParsedQuery(Query query, List<Notice> notices) {
  public ParsedQuery {
    notices = List.copyOf(notices);
  }
}
