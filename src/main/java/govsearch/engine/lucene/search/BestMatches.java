package govsearch.engine.lucene.search;

import govsearch.engine.lucene.count.MatchSet;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * How the best of a set of matches are found by a few terms. The set stands beside the terms in one
 * query, and not above them: only so does Lucene pass over what cannot be among the best by blocks.
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

  /** The matches that score anything. */
  Query scoring() throws IOException {
    BooleanQuery.Builder among = new BooleanQuery.Builder();
    if (by instanceof TermQuery term) {
      if (isEvery(term)) {
        return by; // it matches these and no others
      }
      return among
          .add(by, Occur.MUST)
          .add(new MatchSetQuery(matches, areFew(reader().docFreq(term.getTerm()))), Occur.FILTER)
          .build();
    } else if (isOfAll() || isOfAny()) {
      int rarest = Integer.MAX_VALUE;
      for (BooleanClause clause : (BooleanQuery) by) {
        among.add(clause);
        if (clause.query() instanceof TermQuery term) {
          rarest = Math.min(rarest, reader().docFreq(term.getTerm()));
        }
      }
      among.setMinimumNumberShouldMatch(isOfAny() ? 1 : 0);
      boolean leads = isOfAny() || areFew(rarest);
      return among.add(new MatchSetQuery(matches, leads), Occur.FILTER).build();
    }
    return all();
  }

  /** Whether matches are few beside the documents that a term has: then these are passed over. */
  private boolean areFew(int documents) {
    return matches.count() * FEW < documents;
  }

  private DirectoryReader reader() {
    return matches.snapshot().reader();
  }

  private boolean isEvery(TermQuery term) throws IOException {
    return !reader().hasDeletions() && reader().docFreq(term.getTerm()) == matches.count();
  }

  /** All of them, those included that score nothing. */
  Query all() {
    return new BooleanQuery.Builder()
        .add(new MatchSetQuery(matches, true), Occur.FILTER)
        .add(by, Occur.SHOULD)
        .build();
  }
}
