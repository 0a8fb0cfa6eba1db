package govsearch.engine.lucene.search;

import govsearch.engine.lucene.count.MatchSet;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * How the best of a set of matches are found by a few terms. Where matches are few the set stands
 * beside the terms in one query, and not above them: only so does Lucene pass over what cannot be
 * among the best by blocks. Where they are many, whoever collects looks for each in the set: what
 * scores well is nearly always one of them.
 */
final class BestMatches {

  /** Of one match to so many documents with the rarest term, the matches are gone through. */
  private static final int FEW = 8;

  private final MatchSet matches;
  private final Query by;

  /**
   * The best.
   *
   * @param by a term, terms that every match has, or terms of which a match may have any
   */
  BestMatches(MatchSet matches, Query by) {
    this.matches = matches;
    this.by = by;
  }

  /** Whether matches may be left out by {@link #scoring}: those that have none of the terms. */
  boolean leavesOut() {
    return !(by instanceof TermQuery) && !isOfAll();
  }

  private boolean isOfAll() {
    return by instanceof BooleanQuery terms
        && terms.clauses().stream().allMatch(clause -> clause.occur() == Occur.MUST);
  }

  private boolean isOfAny() {
    return by instanceof BooleanQuery terms
        && !terms.clauses().isEmpty()
        && terms.clauses().stream().allMatch(clause -> clause.occur() == Occur.SHOULD);
  }

  /** The matches that score anything; others too where {@link #reachesBeyond} says so. */
  Query scoring() throws IOException {
    if (reachesBeyond()) {
      return by;
    }
    BooleanQuery.Builder among = new BooleanQuery.Builder();
    if (by instanceof TermQuery) {
      among.add(by, Occur.MUST);
    } else if (isOfAll() || isOfAny()) {
      ((BooleanQuery) by).forEach(among::add);
      among.setMinimumNumberShouldMatch(isOfAny() ? 1 : 0);
    } else {
      return all();
    }
    return among.add(new MatchSetQuery(matches, true), Occur.FILTER).build();
  }

  /** Whether {@link #scoring} finds documents that are no matches. */
  boolean reachesBeyond() throws IOException {
    return !leavesOut() && !areFew(rarest());
  }

  /** How many documents have the rarest term, as far as these are terms. */
  private int rarest() throws IOException {
    int rarest = Integer.MAX_VALUE;
    for (Query one :
        by instanceof BooleanQuery all
            ? all.clauses().stream().map(BooleanClause::query).toList()
            : List.of(by)) {
      if (one instanceof TermQuery term) {
        rarest = Math.min(rarest, reader().docFreq(term.getTerm()));
      }
    }
    return rarest;
  }

  /** Whether matches are few beside the documents that a term has: then these are passed over. */
  private boolean areFew(int documents) {
    return matches.count() * FEW < documents;
  }

  private DirectoryReader reader() {
    return matches.snapshot().reader();
  }

  /** All of them, those included that score nothing. */
  Query all() {
    return new BooleanQuery.Builder()
        .add(new MatchSetQuery(matches, true), Occur.FILTER)
        .add(by, Occur.SHOULD)
        .build();
  }
}
