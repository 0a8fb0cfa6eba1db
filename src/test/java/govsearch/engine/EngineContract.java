package govsearch.engine;

import govsearch.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** What the contracts that every engine keeps have in common: an index of their own. */
public abstract class EngineContract implements EngineUnderTest {

  @TempDir protected Path index;

  /** Null before there is an index. */
  protected SearchEngine engine;

  /** Puts reports into a new index and opens it. */
  protected void index(List<Report> reports) {
    put(reports);
    engine = openEngine(index);
  }

  protected void put(List<Report> reports) {
    try (IndexSink sink = openSink(index)) {
      reports.forEach(sink::put);
      sink.commit();
    }
  }

  @AfterEach
  void closeTheEngine() {
    if (engine != null) {
      engine.close();
    }
  }
}
