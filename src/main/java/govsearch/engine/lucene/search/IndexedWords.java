package govsearch.engine.lucene.search;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.text.Range;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;

/**
 * Where words stand in one paragraph, read from its postings: cutting the text again would take
 * most of a search's time.
 */
public final class IndexedWords implements Highlighter.WordPlaces {

  private final LeafReaderContext leaf;
  private final int doc;

  /**
   * The words of a document.
   *
   * @param doc number in the whole reader
   */
  public IndexedWords(IndexReader reader, int doc) {
    leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    this.doc = doc - leaf.docBase;
  }

  @Override
  public List<Place> of(Set<String> words) throws IOException {
    List<Place> places = new ArrayList<>();
    for (String word : words) {
      PostingsEnum postings =
          leaf.reader().postings(new Term(Fields.WORDS, word), PostingsEnum.OFFSETS);
      if (postings != null && postings.advance(doc) == doc) {
        for (int i = postings.freq(); i > 0; i--) {
          postings.nextPosition();
          Range at = new Range(postings.startOffset(), postings.endOffset());
          places.add(new Place(word, at));
        }
      }
    }
    return places;
  }
}
