package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.document.FormulaSentences;
import govsearch.engine.lucene.document.RandomIndexing;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.query.FacetField;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SortOrder;
import govsearch.text.Thesaurus;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * The collection as of one commit, with its facet values, which cost too much to read for every
 * search.
 */
public final class Snapshot {

  private static final int MOST_COUNTS = 20_000;

  private final DirectoryReader reader;
  private final Map<FacetField, FacetValues> facets;
  private final Map<Query, Long> counts = new ConcurrentHashMap<>();
  private final Thesaurus thesaurus;
  private final TermContexts contexts;
  private @Nullable FormulaSentences formula;
  private @Nullable IndexedBigrams bigrams;
  private final Map<SortOrder, ReportOrder> orders = new EnumMap<>(SortOrder.class);
  private @Nullable AlikeParagraphs alike;
  private @Nullable Inventory inventory;

  private Snapshot(DirectoryReader reader, Map<FacetField, FacetValues> facets) throws IOException {
    this.reader = reader;
    this.facets = facets;
    this.thesaurus = IndexSettings.read(reader.getIndexCommit().getUserData()).thesaurus();
    this.contexts = new TermContexts(reader, RandomIndexing.USUAL.dimensions());
  }

  static Snapshot of(DirectoryReader reader) throws IOException {
    Map<FacetField, FacetValues> facets = new EnumMap<>(FacetField.class);
    for (FacetField field : FacetField.values()) {
      FacetValues values = FacetValues.of(reader, field);
      if (values != null) {
        facets.put(field, values);
      }
    }
    return new Snapshot(reader, facets);
  }

  public DirectoryReader reader() {
    return reader;
  }

  /** Grows with every commit. */
  public long version() {
    return reader.getVersion();
  }

  /** The concepts that the collection was indexed with. */
  public Thesaurus thesaurus() {
    return thesaurus;
  }

  /** What terms mean in this collection. */
  public TermContexts contexts() {
    return contexts;
  }

  /** What is formula in this collection; read when it is first asked for. */
  public synchronized FormulaSentences formula() throws IOException {
    if (formula == null) {
      formula = FormulaSentences.of(reader);
    }
    return formula;
  }

  /** Which paragraphs say the same; read when it is first asked for. */
  public synchronized AlikeParagraphs alike() throws IOException {
    if (alike == null) {
      alike = AlikeParagraphs.of(reader);
    }
    return alike;
  }

  /** The reports in the order of a search; found when it is first asked for. */
  public synchronized ReportOrder order(SortOrder by) throws IOException {
    ReportOrder order = orders.get(by);
    if (order == null) {
      order = ReportOrder.of(reader, Orders.of(by));
      orders.put(by, order);
    }
    return order;
  }

  /** Which characters stand side by side; read when it is first asked for. */
  public synchronized IndexedBigrams bigrams() throws IOException {
    if (bigrams == null) {
      bigrams = IndexedBigrams.of(reader);
    }
    return bigrams;
  }

  /** Which reports there are; read when it is first asked for. */
  public synchronized Inventory inventory() throws IOException {
    if (inventory == null) {
      inventory = Inventory.of(reader);
    }
    return inventory;
  }

  /**
   * How many paragraphs a query of the engine's own finds; counted once, as it is the same names
   * and phrases that are asked for again and again.
   */
  public long count(Query query, QueryTranslator translator, IndexSearcher searcher)
      throws IOException {
    Long known = counts.get(query);
    if (known != null) {
      return known;
    }
    long count = searcher.count(translator.translate(query, Mode.EXACT));
    if (counts.size() < MOST_COUNTS && !searcher.timedOut()) {
      counts.put(query, count);
    }
    return count;
  }

  /** The values of a facet; null in an empty collection. */
  public @Nullable FacetValues facet(FacetField field) {
    return facets.get(field);
  }
}
