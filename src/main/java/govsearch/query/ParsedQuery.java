package govsearch.query;

import java.util.List;

/**
 * A query as read, with what was read leniently.
 *
 * @param understood the parts that must all hold, in the order typed; empty for an empty query
 */
public record ParsedQuery(Query query, List<Understood> understood, List<Notice> notices) {
  public ParsedQuery {
    understood = List.copyOf(understood);
    notices = List.copyOf(notices);
  }
}
