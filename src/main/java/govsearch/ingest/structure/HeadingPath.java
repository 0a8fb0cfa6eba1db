package govsearch.ingest.structure;

import govsearch.report.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The headings under which a line stands, the outermost first. */
final class HeadingPath {

  /** 第一部分, which stands above 一、. */
  private @Nullable Heading part;

  private final List<Heading> open = new ArrayList<>();

  /** Leaves all of them. */
  void clear() {
    part = null;
    open.clear();
  }

  /** Enters a part; what stood below the one before it is left by its own level. */
  void enterPart(Heading heading) {
    part = heading;
  }

  void enter(Heading heading) {
    open.add(heading);
  }

  /** Leaves the headings of a level and those below it, but no part. */
  void closeDownTo(int level) {
    open.removeIf(heading -> heading.level() >= level);
  }

  boolean isInPart() {
    return part != null;
  }

  /** Whether one heading stands here, and none above it but a part. */
  boolean isTop() {
    return open.size() == 1;
  }

  /** Titles as they are written, the outermost first. */
  List<String> titles() {
    return Stream.concat(Stream.ofNullable(part), open.stream()).map(Heading::title).toList();
  }
}
