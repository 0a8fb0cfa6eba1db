package govsearch.engine.lucene.query;

import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Heads of reports of places whose names begin as is said. Most of what is typed names no place: to
 * look whether any begins so takes a thousandth of what it takes to make a pattern of it.
 */
final class NamedHeads extends Query {

  private static final List<String> NAMES =
      List.of(Fields.TOWN, Fields.COUNTY, Fields.CITY, Fields.PROVINCE);

  private final String name;
  private final boolean orEnd;

  /**
   * Heads.
   *
   * @param name in literal form
   * @param orEnd whether names that end so are meant as well
   */
  NamedHeads(String name, boolean orEnd) {
    this.name = name;
    this.orEnd = orEnd;
  }

  /** Whether there may be any. */
  static boolean areThere(IndexReader reader, String name, boolean orEnd) throws IOException {
    if (orEnd) {
      return true;
    }
    for (String field : NAMES) {
      if (isBegun(reader, field, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBegun(IndexReader reader, String field, String name) throws IOException {
    BytesRef beginning = new BytesRef(name);
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        TermsEnum names = terms.iterator();
        if (names.seekCeil(beginning) != TermsEnum.SeekStatus.END
            && StringHelper.startsWith(names.term(), beginning)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    BooleanQuery.Builder named = new BooleanQuery.Builder();
    boolean any = false;
    for (String field : NAMES) {
      if (isBegun(searcher.getIndexReader(), field, name)) {
        named.add(new PrefixQuery(new Term(field, name)), Occur.SHOULD);
        any = true;
      }
      if (orEnd) {
        named.add(new WildcardQuery(new Term(field, "*" + name)), Occur.SHOULD);
        any = true;
      }
    }
    return any ? named.build() : new MatchNoDocsQuery("no place is called " + name);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return name + "*" + (orEnd ? " *" + name : "");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NamedHeads that && name.equals(that.name) && orEnd == that.orEnd;
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Boolean.hashCode(orEnd);
  }
}
