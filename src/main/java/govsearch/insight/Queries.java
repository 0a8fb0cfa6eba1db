package govsearch.insight;

import govsearch.query.QueryParser;
import govsearch.report.Section;

/** Queries as people type them. */
public final class Queries {

  /** Reads them, everywhere in the same way: with the sections that reports have. */
  public static final QueryParser PARSER =
      new QueryParser(name -> Section.of(name).map(Section::code));

  private Queries() {}
}
