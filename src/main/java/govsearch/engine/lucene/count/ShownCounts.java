package govsearch.engine.lucene.count;

import govsearch.engine.GroupedCounts;
import govsearch.engine.lucene.count.GroupCounter.Counted;
import govsearch.engine.lucene.document.StoredParagraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was counted, without the parts in which nothing is asked. */
final class ShownCounts implements GroupedCounts {

  private final GroupCounter counter;
  private final List<Part> shown = new ArrayList<>();

  /** By the number under which a part is shown: that under which it was counted. */
  private final List<Integer> numbers = new ArrayList<>();

  ShownCounts(GroupCounter counter, int requests) {
    this.counter = counter;
    int[] below = counter.parts().below(counter.places());
    for (int part = 0; part < counter.parts().size(); part++) {
      if (isAskedInAny(part, requests)) {
        shown.add(counter.parts().part(part, below[part]));
        numbers.add(part);
      }
    }
  }

  private boolean isAskedInAny(int part, int requests) {
    int years = counter.years().size();
    for (int request = 0; request < requests; request++) {
      int[] reports = counter.counted(request).reports;
      for (int cell = part * years; cell < (part + 1) * years; cell++) {
        if (reports[cell] > 0) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public List<Part> parts() {
    return shown;
  }

  @Override
  public List<@Nullable Integer> years() {
    return counter.years().inOrder();
  }

  @Override
  public boolean isAsked(int request, int year) {
    return counter.counted(request).askedYears.get(year);
  }

  @Override
  public int reports(int request, int part, int year) {
    return counter.counted(request).reports[cell(part, year)];
  }

  @Override
  public int saying(int request, int part, int year) {
    return counter.counted(request).saying[cell(part, year)];
  }

  @Override
  public long paragraphs(int request, int part, int year) {
    return counter.counted(request).paragraphs[cell(part, year)];
  }

  @Override
  public @Nullable String firstReport(int request, int part, int year) {
    return reports(request, part, year) == 0
        ? null
        : counter.id(counter.counted(request).first[cell(part, year)]);
  }

  @Override
  public @Nullable String firstParagraph(int request, int part, int year) {
    if (saying(request, part, year) == 0) {
      return null;
    }
    Counted counted = counter.counted(request);
    try {
      int doc = counted.firstMatch[cell(part, year)];
      return StoredParagraph.read(counter.snapshot().reader().storedFields().document(doc)).id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public double formulaShare(int request, int part, int year) {
    try {
      return saying(request, part, year) == 0
          ? 0
          : counter.formulaShare(counter.counted(request), cell(part, year));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int cell(int part, int year) {
    return numbers.get(part) * counter.years().size() + year;
  }
}
