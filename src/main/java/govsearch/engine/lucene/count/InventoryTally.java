package govsearch.engine.lucene.count;

import govsearch.engine.ReportKey;
import govsearch.engine.Tally;
import govsearch.engine.lucene.document.StoredParagraph;
import govsearch.engine.lucene.snapshot.Inventory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.StoredFields;

/** The counts of an inventory's reports. */
public record InventoryTally(Inventory inventory, List<ReportCounts> counts, StoredFields stored)
    implements Tally {

  @Override
  public List<ReportKey> reports() {
    return inventory.reports();
  }

  @Override
  public int paragraphs(int request, int report) {
    return counts.get(request).paragraphs()[report];
  }

  @Override
  public String firstParagraph(int request, int report) {
    if (paragraphs(request, report) == 0) {
      throw new IllegalArgumentException("nothing matches in report " + report);
    }
    try {
      return StoredParagraph.read(stored.document(counts.get(request).first()[report])).id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
