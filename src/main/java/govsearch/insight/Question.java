package govsearch.insight;

import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;

/** What reports are asked to say: a search without pages, of which every report is told. */
public record Question(Query query, Mode mode, Filters filters) {

  /** The paragraphs that say it. */
  public MatchRequest matches() {
    return MatchRequest.of(query, mode, filters);
  }
}
