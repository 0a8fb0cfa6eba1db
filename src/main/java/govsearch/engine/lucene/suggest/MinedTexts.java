package govsearch.engine.lucene.suggest;

import govsearch.text.PhraseMiner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.util.StringHelper;

/**
 * What was mined of a collection, which takes seconds, with the segments that it was mined of: for
 * as long as nearly all is still there, nothing else would be found.
 */
final class MinedTexts {

  /** One paragraph of so many may be another by now. */
  private static final int SAME = 50;

  private final Map<String, Integer> headings;
  private final List<PhraseMiner.Phrase> phrases;

  /** How many documents there were, by the id of their segment. */
  private final Map<String, Integer> documents;

  /**
   * What was mined.
   *
   * @param documents how many there were, by the id of their segment
   */
  MinedTexts(
      Map<String, Integer> headings,
      List<PhraseMiner.Phrase> phrases,
      Map<String, Integer> documents) {
    this.headings = Map.copyOf(headings);
    this.phrases = List.copyOf(phrases);
    this.documents = Map.copyOf(documents);
  }

  static MinedTexts of(
      IndexReader reader, Map<String, Integer> headings, List<PhraseMiner.Phrase> phrases) {
    return new MinedTexts(headings, phrases, documents(reader));
  }

  private static Map<String, Integer> documents(IndexReader reader) {
    Map<String, Integer> documents = new HashMap<>();
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      if (FilterLeafReader.unwrap(leaf) instanceof SegmentReader segment) {
        documents.put(
            StringHelper.idToString(segment.getSegmentInfo().info.getId()), leaf.numDocs());
      }
    }
    return documents;
  }

  /** Whether a collection has hardly changed since. What was merged counts as changed. */
  boolean isNearly(IndexReader reader) {
    Map<String, Integer> now = documents(reader);
    long same = 0;
    for (Map.Entry<String, Integer> segment : now.entrySet()) {
      same += Math.min(segment.getValue(), documents.getOrDefault(segment.getKey(), 0));
    }
    long before = documents.values().stream().mapToLong(Integer::longValue).sum();
    long larger = Math.max(before, reader.numDocs());
    return (larger - same) * SAME <= larger;
  }

  /** By their texts, how often each was met. */
  Map<String, Integer> headings() {
    return headings;
  }

  List<PhraseMiner.Phrase> phrases() {
    return phrases;
  }

  /** How many documents there were, by the id of their segment. */
  Map<String, Integer> documents() {
    return documents;
  }
}
