package govsearch.engine.lucene.snapshot;

import govsearch.query.FacetField;
import govsearch.report.Section;
import govsearch.text.Thesaurus;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is derived of segments for as long as any reader has them, so that a commit costs what
 * it brought.
 */
public final class Segments {

  private final Map<FacetField, FacetValues> facets = new EnumMap<>(FacetField.class);
  private final Map<IndexReader.CacheKey, Segment> byCore = new ConcurrentHashMap<>();

  private final Map<IndexReader.CacheKey, LiveCounts> byReader = new ConcurrentHashMap<>();

  private @Nullable Thesaurus thesaurus;
  private @Nullable IndexSettings thesaurusOf;

  /** Nothing is known yet. */
  public Segments() {
    for (FacetField field : FacetField.values()) {
      facets.put(field, new FacetValues(field));
    }
    FacetValues sections = facet(FacetField.SECTION);
    for (Section section : Section.values()) {
      sections.add(section.code());
    }
    sections.publish();
  }

  /** The values of a facet in all segments; a section's number is that of its constant. */
  public FacetValues facet(FacetField field) {
    return Objects.requireNonNull(facets.get(field));
  }

  /** The concepts that a commit names; parsed once for all commits that name the same. */
  synchronized Thesaurus thesaurus(Map<String, String> commitData) {
    IndexSettings settings = IndexSettings.read(commitData);
    if (thesaurus == null || !settings.equals(thesaurusOf)) {
      thesaurus = settings.thesaurus();
      thesaurusOf = settings;
    }
    return thesaurus;
  }

  Segment of(LeafReaderContext context) throws IOException {
    LeafReader leaf = context.reader();
    IndexReader.CacheHelper core = leaf.getCoreCacheHelper();
    if (core == null) {
      return Segment.of(leaf, facets);
    }
    Segment known = byCore.get(core.getKey());
    if (known == null) {
      known = Segment.of(leaf, facets);
      if (byCore.putIfAbsent(core.getKey(), known) == null) {
        core.addClosedListener(byCore::remove);
      }
    }
    return known;
  }

  /** How much there is of a segment, as of its deletions. */
  LiveCounts live(LeafReaderContext context) throws IOException {
    LeafReader leaf = context.reader();
    IndexReader.CacheHelper helper = leaf.getReaderCacheHelper();
    if (helper == null) {
      return LiveCounts.of(leaf, of(context), facets);
    }
    LiveCounts known = byReader.get(helper.getKey());
    if (known == null) {
      known = LiveCounts.of(leaf, of(context), facets);
      if (byReader.putIfAbsent(helper.getKey(), known) == null) {
        helper.addClosedListener(byReader::remove);
      }
    }
    return known;
  }
}
