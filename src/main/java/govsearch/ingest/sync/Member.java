package govsearch.ingest.sync;

import govsearch.library.FileRecord;
import govsearch.library.FileRecord.Given;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the files that give a report. The first of them gives it its id. */
record Member(FileKey file, int order, Given given) {

  static final Comparator<Member> ORDER =
      Comparator.comparingInt(Member::order)
          .thenComparing(member -> member.given.source().path())
          .thenComparing(member -> member.given.id());

  /** Those that give a content now, in their order. */
  static List<Member> of(KnownFiles files, String content) {
    List<Member> members = new ArrayList<>();
    files.giving(content).forEach(file -> members.addAll(of(file, content)));
    members.sort(ORDER);
    return members;
  }

  /** A file as a giver of a content: more than once, if it is an archive. */
  static List<Member> of(@Nullable FileRecord file, String content) {
    if (file == null) {
      return List.of();
    }
    return file.reports().stream()
        .filter(given -> given.content().equals(content))
        .map(given -> new Member(FileKey.of(file), file.order(), given))
        .toList();
  }
}
