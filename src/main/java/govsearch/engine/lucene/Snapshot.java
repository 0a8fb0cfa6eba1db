package govsearch.engine.lucene;

import govsearch.query.FacetField;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/**
 * The collection as of one commit, with its facet state, which costs too much to build for every
 * search.
 */
final class Snapshot {

  private final DirectoryReader reader;
  private final Map<FacetField, SortedSetDocValuesReaderState> facets;
  private @Nullable FormulaSentences formula;

  private Snapshot(DirectoryReader reader, Map<FacetField, SortedSetDocValuesReaderState> facets) {
    this.reader = reader;
    this.facets = facets;
  }

  static Snapshot of(DirectoryReader reader) throws IOException {
    FacetsConfig config = FacetCounter.config();
    Map<FacetField, SortedSetDocValuesReaderState> facets = new EnumMap<>(FacetField.class);
    for (FacetField field : FacetField.values()) {
      String indexField = FacetCounter.indexField(field);
      if (hasDocValues(reader, indexField)) {
        facets.put(field, new DefaultSortedSetDocValuesReaderState(reader, indexField, config));
      }
    }
    return new Snapshot(reader, facets);
  }

  /** Without paragraphs there are no facet fields, and Lucene's state refuses to be made. */
  private static boolean hasDocValues(DirectoryReader reader, String field) {
    for (LeafReaderContext leaf : reader.leaves()) {
      if (leaf.reader().getFieldInfos().fieldInfo(field) != null) {
        return true;
      }
    }
    return false;
  }

  DirectoryReader reader() {
    return reader;
  }

  /** Grows with every commit. */
  long version() {
    return reader.getVersion();
  }

  /** What is formula in this collection; read when it is first asked for. */
  synchronized FormulaSentences formula() throws IOException {
    if (formula == null) {
      formula = FormulaSentences.of(reader);
    }
    return formula;
  }

  /** The state of a facet; null in an empty collection. */
  @Nullable SortedSetDocValuesReaderState facet(FacetField field) {
    return facets.get(field);
  }
}
